import { readBatch } from '@mealwire/bus';
import type { JetStreamClient, JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { writeKey } from './conditional-write.js';
import type { Connection, KnownConnection } from './connection.js';
import { decodeConnection, encodeConnection } from './connection-codec.js';
import {
  connectionSubject,
  connectionsSubject,
  PRESENCE_STREAM,
  parseConnectionSubject,
} from './keys.js';
import { KV_OPERATION, operationOf, PRESENCE_CLOSED, PRESENCE_WRITER } from './kv-entry.js';

/** KV bucket `presence`: key `<user>.<connection_id>`. Every method throws when NATS is away. */
export interface ConnectionBucket {
  /** Those of the given connections that KV knows anything of. */
  read(
    userId: string,
    connectionIds: readonly string[],
  ): Promise<ReadonlyMap<string, KnownConnection>>;
  /** All live connections of a user. */
  list(userId: string): Promise<readonly Connection[]>;
  /** Writes a connection and renews its TTL; false: it has changed since that revision. */
  renew(userId: string, connection: Connection, expectedRevision: number): Promise<boolean>;
  /** Removes a connection for good; always true. */
  close(userId: string, connectionId: string): Promise<boolean>;
  /**
   * Marks a removal that nobody of us wrote. Of several processes that see it exactly one gets
   * `true`, and may speak about it.
   */
  claimRemoval(userId: string, connectionId: string, revision: number): Promise<boolean>;
  /** Revision of the last write of this process, 0 before the first. */
  lastRevision(): number;
}

/** The server returns at most 1,024 messages per request. */
const READ_CHUNK = 500;

/** How long a closed connection is remembered: far longer than a sign of life travels. */
const CLOSED_TTL_S = 60;

export function createConnectionBucket(options: {
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  readonly instanceId: string;
}): ConnectionBucket {
  const { js, jsm, instanceId } = options;
  let lastRevision = 0;

  async function write(...[subject, value, how]: WriteArguments): Promise<boolean> {
    how.headers.set(PRESENCE_WRITER, instanceId);
    const revision = await writeKey(js, subject, value, how);
    lastRevision = Math.max(lastRevision, revision ?? 0);
    return revision !== undefined;
  }

  return {
    read: async (userId, connectionIds) => {
      const subjects = connectionIds.map((id) => connectionSubject(userId, id));
      return new Map((await readLast(jsm, subjects)).map(toKnown));
    },
    list: async (userId) =>
      (await readBatch(jsm, PRESENCE_STREAM, { multi_last: [connectionsSubject(userId)] }))
        .map((message) => toKnown(message)[1])
        .flatMap((known) => (known.state === 'live' ? [known.connection] : [])),
    renew: (userId, connection, expectedRevision) =>
      write(connectionSubject(userId, connection.connectionId), encodeConnection(connection), {
        headers: headers(),
        expectedRevision,
      }),
    close: (userId, connectionId) => {
      const marker = removal();
      marker.set(PRESENCE_CLOSED, 'true');
      const subject = connectionSubject(userId, connectionId);
      return write(subject, '', { headers: marker, ttlS: CLOSED_TTL_S });
    },
    claimRemoval: (userId, connectionId, revision) =>
      write(connectionSubject(userId, connectionId), '', {
        headers: removal(),
        expectedRevision: revision,
        ttlS: CLOSED_TTL_S,
      }),
    lastRevision: () => lastRevision,
  };
}

type WriteArguments = readonly [
  subject: string,
  value: string,
  how: Parameters<typeof writeKey>[3],
];

/** A KV purge: the key and its history are gone, and watchers see it. */
function removal(): MsgHdrs {
  const marker = headers();
  marker.set(KV_OPERATION, 'PURGE');
  marker.set('Nats-Rollup', 'sub');
  return marker;
}

async function readLast(jsm: JetStreamManager, subjects: readonly string[]): Promise<StoredMsg[]> {
  const messages: StoredMsg[] = [];
  for (let from = 0; from < subjects.length; from += READ_CHUNK) {
    const chunk = subjects.slice(from, from + READ_CHUNK);
    messages.push(...(await readBatch(jsm, PRESENCE_STREAM, { multi_last: chunk })));
  }
  return messages;
}

function toKnown(message: StoredMsg): [string, KnownConnection] {
  const { connectionId } = parseConnectionSubject(message.subject);
  const revision = message.seq;
  switch (operationOf(message.header)) {
    case 'closed':
      return [connectionId, { state: 'closed', revision }];
    case 'removed':
      return [connectionId, { state: 'absent', revision }];
    case 'put':
      return [connectionId, liveOrBroken(message, revision)];
  }
}

/** A value that cannot be read is overwritten by the next sign of life. */
function liveOrBroken(message: StoredMsg, revision: number): KnownConnection {
  try {
    return { state: 'live', revision, connection: decodeConnection(message.data) };
  } catch {
    return { state: 'absent', revision };
  }
}
