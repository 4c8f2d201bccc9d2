import { LAST_SEEN, PRESENCE } from '@mealwire/bus';
import { decodeKeyToken, encodeKeyToken } from '@mealwire/contracts';

/** The keys of both buckets. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The streams behind the buckets. */
export const PRESENCE_STREAM = `KV_${PRESENCE}`;
export const LAST_SEEN_STREAM = `KV_${LAST_SEEN}`;

const CONNECTIONS_PREFIX = `$KV.${PRESENCE}.`;
export const ALL_CONNECTIONS = `${CONNECTIONS_PREFIX}>`;

/** Gateways name their connections with `crypto.randomUUID()`. */
export function isConnectionId(id: string): boolean {
  return UUID.test(id);
}

/** Where the value of the key `<user>.<connection_id>` is stored. */
export function connectionSubject(userId: string, connectionId: string): string {
  return `${CONNECTIONS_PREFIX}${encodeKeyToken(userId)}.${connectionId}`;
}

/** All connections of a user. */
export function connectionsSubject(userId: string): string {
  return connectionSubject(userId, '*');
}

export function lastSeenSubject(userId: string): string {
  return `$KV.${LAST_SEEN}.${encodeKeyToken(userId)}`;
}

/** @throws RangeError when the subject is not that of a connection. */
export function parseConnectionSubject(subject: string): {
  readonly userId: string;
  readonly connectionId: string;
} {
  const [user, connectionId, ...more] = subject.slice(CONNECTIONS_PREFIX.length).split('.');
  const fits = subject.startsWith(CONNECTIONS_PREFIX) && more.length === 0;
  if (!fits || user === undefined || connectionId === undefined || !isConnectionId(connectionId)) {
    throw new RangeError('not the key of a connection');
  }
  return { userId: decodeKeyToken(user), connectionId };
}
