import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { encodeJson, PresenceSeenSchema, presenceSeenSubject } from '@mealwire/contracts';
import type { NatsConnection } from '@nats-io/transport-node';

export interface Connection {
  readonly userId: string;
  readonly deviceId: string;
  readonly connectionId: string;
  readonly connectedAt: Date;
}

type Kind = 'connected' | 'seen' | 'disconnected';

/** Tells presence what phones do. Losing a batch costs nothing but a moment of accuracy. */
export interface SignsOfLife {
  connected(connection: Connection): void;
  seen(connection: Connection): void;
  disconnected(connection: Connection): void;
  /** Sends what is still waiting. */
  flush(): void;
}

export interface SignsOfLifeOptions {
  readonly nc: NatsConnection;
  readonly gatewayId: string;
  /** A batch waits this long for more. */
  readonly batchMs: number;
}

interface Sign {
  readonly connection: Connection;
  readonly kind: Kind;
  readonly at: Date;
}

/** One message per user and batch, however often the phone pings meanwhile. */
export function createSignsOfLife({ nc, gatewayId, batchMs }: SignsOfLifeOptions): SignsOfLife {
  const waiting = new Map<string, Map<string, Sign>>();
  let timer: NodeJS.Timeout | undefined;

  function add(connection: Connection, kind: Kind): void {
    const ofUser = waiting.get(connection.userId) ?? new Map<string, Sign>();
    waiting.set(connection.userId, ofUser);
    // A key per connection and kind: pings melt into the last one, coming and going do not.
    ofUser.set(`${connection.connectionId} ${kind}`, { connection, kind, at: new Date() });
    timer ??= setTimeout(flush, batchMs);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const [userId, signs] of waiting) {
      nc.publish(presenceSeenSubject(userId), batchOf(userId, gatewayId, [...signs.values()]));
    }
    waiting.clear();
  }

  return {
    connected: (connection) => add(connection, 'connected'),
    seen: (connection) => add(connection, 'seen'),
    disconnected: (connection) => add(connection, 'disconnected'),
    flush,
  };
}

function batchOf(userId: string, gatewayId: string, signs: readonly Sign[]): string {
  const message = create(PresenceSeenSchema, {
    userId,
    gatewayId,
    signs: signs.map(({ connection, kind, at }) => ({
      connectionId: connection.connectionId,
      deviceId: connection.deviceId,
      kind,
      at: timestampFromDate(at),
      connectedAt: timestampFromDate(connection.connectedAt),
    })),
  });
  return encodeJson(PresenceSeenSchema, message);
}
