import type { JetStreamClient, JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { writeKey } from './conditional-write.js';
import type { KnownLastSeen, LastSeen } from './connection.js';
import { decodeLastSeen, encodeLastSeen } from './connection-codec.js';
import { LAST_SEEN_STREAM, lastSeenSubject } from './keys.js';
import { operationOf } from './kv-entry.js';

/** KV bucket `last_seen`: key `<user>`. Every method throws when NATS is away. */
export interface LastSeenBucket {
  read(userId: string): Promise<KnownLastSeen>;
  /** False: it has changed since that revision. */
  write(userId: string, value: LastSeen, expectedRevision: number): Promise<boolean>;
}

export function createLastSeenBucket(js: JetStreamClient, jsm: JetStreamManager): LastSeenBucket {
  return {
    read: async (userId) => {
      const query = { last_by_subj: lastSeenSubject(userId) };
      const message = await jsm.direct.getMessage(LAST_SEEN_STREAM, query);
      return message === null
        ? { revision: 0, value: undefined }
        : { revision: message.seq, value: lastSeenOf(message) };
    },
    write: async (userId, value, expectedRevision) => {
      const how = { headers: headers(), expectedRevision };
      const written = await writeKey(js, lastSeenSubject(userId), encodeLastSeen(value), how);
      return written !== undefined;
    },
  };
}

/** A value that cannot be read counts as none: the next sign of life repairs it. */
function lastSeenOf(message: StoredMsg): LastSeen | undefined {
  if (operationOf(message.header) !== 'put') return undefined;
  try {
    return decodeLastSeen(message.data);
  } catch {
    return undefined;
  }
}
