import { LAST_SEEN, PRESENCE } from '@mealwire/bus';
import { decodeToken, encodeToken } from '@mealwire/contracts';

/**
 * The keys of both buckets. A key is made of subject tokens, with one difference: clients of NATS
 * KV refuse `~` in a key, so an encoded id starts with `=` here, which they allow and which no
 * token contains. The user `auth0|7` is `~YXV0aDB8Nw` in a subject and `=YXV0aDB8Nw` in a key.
 */

const TOKEN_MARK = '~';
const KEY_MARK = '=';

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

/** @throws RangeError for an id that cannot be a token. */
export function userKey(userId: string): string {
  const token = encodeToken(userId);
  return token.startsWith(TOKEN_MARK) ? KEY_MARK + token.slice(1) : token;
}

/** @throws RangeError for a key that {@link userKey} cannot have made. */
export function userOfKey(key: string): string {
  return decodeToken(key.startsWith(KEY_MARK) ? TOKEN_MARK + key.slice(1) : key);
}

/** Where the value of the key `<user>.<connection_id>` is stored. */
export function connectionSubject(userId: string, connectionId: string): string {
  return `${CONNECTIONS_PREFIX}${userKey(userId)}.${connectionId}`;
}

/** All connections of a user. */
export function connectionsSubject(userId: string): string {
  return connectionSubject(userId, '*');
}

export function lastSeenSubject(userId: string): string {
  return `$KV.${LAST_SEEN}.${userKey(userId)}`;
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
  return { userId: userOfKey(user), connectionId };
}
