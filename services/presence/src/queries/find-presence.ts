import { create } from '@bufbuild/protobuf';
import { RequestError } from '@mealwire/bus';
import { encodeJson, PresenceGetResponseSchema, userOfSubject } from '@mealwire/contracts';
import type { Connection, LastSeen } from '../store/connection.js';
import type { ConnectionBucket } from '../store/connection-bucket.js';
import { connectionMessage, lastSeenMessage } from '../store/connection-codec.js';
import type { LastSeenBucket } from '../store/last-seen-bucket.js';

export interface PresenceStore {
  readonly connections: Pick<ConnectionBucket, 'list'>;
  readonly lastSeen: Pick<LastSeenBucket, 'read'>;
  /** Ms since the epoch, and after how many ms without a sign a connection is gone. */
  readonly clock: () => { readonly nowMs: number; readonly ttlMs: number };
}

/**
 * The answer to `presence.get.<user>`, read from KV: the same from every process.
 * @throws RequestError when the subject names no user.
 */
export async function findPresence(store: PresenceStore, subject: string): Promise<string> {
  const userId = userOf(subject);
  const { nowMs, ttlMs } = store.clock();
  const [stored, lastSeen] = await Promise.all([
    store.connections.list(userId),
    store.lastSeen.read(userId),
  ]);
  // The server removes expired keys in its own time.
  const live = stored.filter((connection) => connection.lastSeenMs > nowMs - ttlMs);
  return encodeResponse(userId, live, lastSeen.value);
}

function userOf(subject: string): string {
  try {
    return userOfSubject(subject);
  } catch {
    throw new RequestError(400, 'the subject names no user');
  }
}

function encodeResponse(
  userId: string,
  live: readonly Connection[],
  lastSeen: LastSeen | undefined,
): string {
  const byAge = [...live].sort((a, b) => a.connectedAtMs - b.connectedAtMs);
  return encodeJson(
    PresenceGetResponseSchema,
    create(PresenceGetResponseSchema, {
      userId,
      online: live.length > 0,
      connections: byAge.map(connectionMessage),
      ...(lastSeen === undefined ? {} : { lastSeen: lastSeenMessage(lastSeen) }),
    }),
  );
}
