import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamConfig, StreamState } from '@nats-io/jetstream';
import { createInbox, type Msg, type NatsConnection } from '@nats-io/transport-node';

/** What the server says of a snapshot, and wants to be told again when it is restored. */
export interface SnapshotDescription {
  readonly config: StreamConfig;
  readonly state: StreamState;
}

/** The server said no, or stopped in the middle. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/** Well below the server's largest message. */
const CHUNK_BYTES = 128 * 1024;
/** So long may the server, or a disk, take for a chunk. */
const CHUNK_TIMEOUT_MS = 30_000;
/** The server ends a snapshot like this; other codes are errors. */
const DONE_CODE = 204;

/**
 * A stream with its consumers, as the server stores it (JetStream API, STREAM.SNAPSHOT). Each chunk
 * is acknowledged when `take` has returned, so that no more is under way than can be written.
 * @throws SnapshotError when it did not come to its end.
 */
export async function snapshotStream(
  nc: NatsConnection,
  stream: string,
  take: (chunk: Uint8Array) => Promise<void>,
  chunkTimeoutMs = CHUNK_TIMEOUT_MS,
): Promise<SnapshotDescription> {
  const inbox = createInbox('_INBOX_admin');
  const chunks = nc.subscribe(inbox);
  try {
    const description = await request<SnapshotDescription>(nc, `SNAPSHOT.${stream}`, {
      deliver_subject: inbox,
      chunk_size: CHUNK_BYTES,
      no_consumers: false,
      jsck: true,
    });
    const arriving = chunks[Symbol.asyncIterator]();
    for (;;) {
      const chunk = await nextChunk(arriving, stream, chunkTimeoutMs);
      if (chunk.data.length === 0) {
        expectDone(stream, chunk);
        return { config: description.config, state: description.state };
      }
      await take(chunk.data);
      chunk.respond();
    }
  } finally {
    chunks.unsubscribe();
  }
}

/** A server that has gone says nothing, and a subscription's own timeout ends with its first message. */
async function nextChunk(
  chunks: AsyncIterator<Msg>,
  stream: string,
  timeoutMs: number,
): Promise<Msg> {
  const cancel = new AbortController();
  const timeout = sleep(timeoutMs, undefined, { signal: cancel.signal }).then(() => {
    throw new SnapshotError(`the snapshot of ${stream}: nothing came for ${timeoutMs / 1000} s`);
  });
  // Cancelled as a rule, and nobody waits for it then.
  timeout.catch(() => undefined);
  try {
    const { done, value } = await Promise.race([chunks.next(), timeout]);
    if (done) throw new SnapshotError(`the snapshot of ${stream} was cut off`);
    return value;
  } finally {
    cancel.abort();
  }
}

/**
 * Makes a stream from a snapshot, consumers and sequences included (STREAM.RESTORE). There must be
 * no stream of that name. @throws SnapshotError
 */
export async function restoreStream(
  nc: NatsConnection,
  { config, state }: SnapshotDescription,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { deliver_subject: subject } = await request<{ deliver_subject: string }>(
    nc,
    `RESTORE.${config.name}`,
    { config, state },
  );
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += CHUNK_BYTES) {
      const part = chunk.subarray(at, at + CHUNK_BYTES);
      const reply = await nc.request(subject, part, { timeout: CHUNK_TIMEOUT_MS });
      if (reply.data.length > 0) throwIfRefused(reply, config.name);
    }
  }
  throwIfRefused(await nc.request(subject, '', { timeout: CHUNK_TIMEOUT_MS }), config.name);
}

async function request<T>(nc: NatsConnection, what: string, body: object): Promise<T> {
  const reply = await nc.request(`$JS.API.STREAM.${what}`, JSON.stringify(body), {
    timeout: CHUNK_TIMEOUT_MS,
  });
  throwIfRefused(reply, what);
  return reply.json<T>();
}

function throwIfRefused(reply: Msg, what: string): void {
  const { error } = reply.json<{ readonly error?: { readonly description: string } }>();
  if (error !== undefined) throw new SnapshotError(`${what}: ${error.description}`);
}

function expectDone(stream: string, { headers }: Msg): void {
  const code = headers?.code ?? 0;
  if (code === 0 || code === DONE_CODE) return;
  throw new SnapshotError(`the snapshot of ${stream} failed: ${code} ${headers?.description}`);
}
