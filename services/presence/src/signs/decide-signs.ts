import type { Connection, KnownConnection, KnownLastSeen, LastSeen } from '../store/connection.js';
import type { Sign } from './sign.js';

/** What KV knows of a user before the signs. Connections that it never saw may be left out. */
export interface Known {
  readonly connections: ReadonlyMap<string, KnownConnection>;
  readonly lastSeen: KnownLastSeen;
}

export interface Clock {
  readonly nowMs: number;
  /** A connection without a sign for this long is gone. */
  readonly ttlMs: number;
}

export type ConnectionWrite =
  | {
      readonly kind: 'renew';
      readonly connection: Connection;
      readonly expectedRevision: number;
    }
  /** Needs no expected revision: a goodbye wins over everything. */
  | { readonly kind: 'close'; readonly connectionId: string };

/** What has to be written; nothing, once KV says all of it. */
export interface Decision {
  readonly connections: readonly ConnectionWrite[];
  readonly lastSeen: { readonly value: LastSeen; readonly expectedRevision: number } | undefined;
}

/**
 * What signs of life of one user mean, given what is known. Order does not matter, and deciding
 * again after the writes decides nothing: a conflict is resolved by reading and deciding again.
 * - A closed connection stays closed, however late its signs arrive.
 * - Times never move backwards, and never ahead of our own clock: a gateway whose clock is fast
 *   would otherwise freeze "last seen" in the future.
 */
export function decideSigns(known: Known, signs: readonly Sign[], clock: Clock): Decision {
  const past = signs.map((sign) => ({
    ...sign,
    atMs: Math.min(sign.atMs, clock.nowMs),
  }));
  return {
    connections: [...byConnection(past)].flatMap(([id, ofConnection]) => {
      const now = known.connections.get(id) ?? { state: 'absent', revision: 0 };
      return decideConnection(now, ofConnection, clock);
    }),
    lastSeen: decideLastSeen(known.lastSeen, past),
  };
}

function decideConnection(
  known: KnownConnection,
  signs: readonly Sign[],
  clock: Clock,
): ConnectionWrite[] {
  const last = newest(signs);
  if (last === undefined || known.state === 'closed') return [];
  if (signs.some((sign) => sign.kind === 'disconnected')) {
    return [{ kind: 'close', connectionId: last.connectionId }];
  }
  if (last.atMs <= clock.nowMs - clock.ttlMs) return [];
  if (known.state === 'live' && known.connection.lastSeenMs >= last.atMs) return [];
  const since = known.state === 'live' ? known.connection.connectedAtMs : clock.nowMs;
  const connection = {
    connectionId: last.connectionId,
    gatewayId: last.gatewayId,
    deviceId: last.deviceId,
    connectedAtMs: Math.min(since, ...signs.map((sign) => sign.connectedAtMs)),
    lastSeenMs: last.atMs,
  };
  return [{ kind: 'renew', connection, expectedRevision: known.revision }];
}

function decideLastSeen(known: KnownLastSeen, signs: readonly Sign[]): Decision['lastSeen'] {
  const last = newest(signs);
  if (last === undefined) return undefined;
  if (known.value !== undefined && known.value.lastSeenMs >= last.atMs) return undefined;
  return {
    value: { lastSeenMs: last.atMs, deviceId: last.deviceId },
    expectedRevision: known.revision,
  };
}

function byConnection(signs: readonly Sign[]): Map<string, Sign[]> {
  const groups = new Map<string, Sign[]>();
  for (const sign of signs) {
    const group = groups.get(sign.connectionId);
    if (group === undefined) groups.set(sign.connectionId, [sign]);
    else group.push(sign);
  }
  return groups;
}

function newest(signs: readonly Sign[]): Sign | undefined {
  return signs.reduce<Sign | undefined>(
    (best, sign) => (best === undefined || sign.atMs > best.atMs ? sign : best),
    undefined,
  );
}
