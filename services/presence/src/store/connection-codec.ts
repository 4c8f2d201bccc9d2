import { create, type MessageShape } from '@bufbuild/protobuf';
import { timestampFromMs, timestampMs } from '@bufbuild/protobuf/wkt';
import {
  decodeJson,
  encodeJson,
  LastSeenSchema,
  type PresenceConnection,
  PresenceConnectionSchema,
} from '@mealwire/contracts';
import type { Connection, LastSeen } from './connection.js';

/** The values of both buckets, as ProtoJSON. */

export function encodeConnection(connection: Connection): string {
  return encodeJson(PresenceConnectionSchema, connectionMessage(connection));
}

/** @throws Error when it is none. */
export function decodeConnection(value: Uint8Array): Connection {
  const message = decodeJson(PresenceConnectionSchema, new TextDecoder().decode(value));
  return {
    connectionId: message.connectionId,
    gatewayId: message.gatewayId,
    deviceId: message.deviceId,
    connectedAtMs: message.connectedAt === undefined ? 0 : timestampMs(message.connectedAt),
    lastSeenMs: message.lastSeen === undefined ? 0 : timestampMs(message.lastSeen),
  };
}

export function connectionMessage(connection: Connection): PresenceConnection {
  return create(PresenceConnectionSchema, {
    connectionId: connection.connectionId,
    gatewayId: connection.gatewayId,
    deviceId: connection.deviceId,
    connectedAt: timestampFromMs(connection.connectedAtMs),
    lastSeen: timestampFromMs(connection.lastSeenMs),
  });
}

export function encodeLastSeen(lastSeen: LastSeen): string {
  return encodeJson(LastSeenSchema, lastSeenMessage(lastSeen));
}

/** @throws Error when it is none. */
export function decodeLastSeen(value: Uint8Array): LastSeen {
  const message = decodeJson(LastSeenSchema, new TextDecoder().decode(value));
  return {
    lastSeenMs: message.lastSeen === undefined ? 0 : timestampMs(message.lastSeen),
    deviceId: message.deviceId,
  };
}

export function lastSeenMessage(lastSeen: LastSeen): MessageShape<typeof LastSeenSchema> {
  return create(LastSeenSchema, {
    lastSeen: timestampFromMs(lastSeen.lastSeenMs),
    deviceId: lastSeen.deviceId,
  });
}
