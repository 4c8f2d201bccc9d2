import {
  type ConsumerMessages,
  DeliverPolicy,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  type PushConsumer,
} from '@nats-io/jetstream';
import { createInbox } from '@nats-io/transport-node';
import { ALL_CONNECTIONS, PRESENCE_STREAM } from '../store/keys.js';

export interface BucketReader {
  /** Resolves when this reading has ended and a new one is needed; says why. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface BucketReaderOptions {
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  /** Prefix of this service's reply subjects: what its permissions allow it to subscribe to. */
  readonly inboxPrefix: string;
  readonly onMessage: (message: JsMsg) => void;
  /** Once: everything that was there at the start has been read. */
  readonly onCaughtUp: () => void;
}

/** After these the consumer may have missed something, e.g. the bucket may be a new one. */
const ENDINGS: readonly string[] = [
  'heartbeats_missed',
  'consumer_deleted',
  'consumer_not_found',
  'stream_not_found',
  'ordered_consumer_recreated',
];

/**
 * Reads the last message of every key of the bucket `presence`, then whatever changes.
 * @throws Error when NATS or the bucket is away.
 */
export async function readBucket(options: BucketReaderOptions): Promise<BucketReader> {
  const { js, onMessage } = options;
  const consumer = await js.consumers.getPushConsumer(PRESENCE_STREAM, {
    // One string: with a list, nats.js uses a subject of the API that carries no filter.
    filter_subjects: ALL_CONNECTIONS,
    deliver_policy: DeliverPolicy.LastPerSubject,
    // nats.js would take `_INBOX`, whatever the connection's own prefix.
    deliver_prefix: createInbox(options.inboxPrefix),
  });
  const caughtUp = once(options.onCaughtUp);
  const messages = await consumer.consume({
    callback: (message) => {
      onMessage(message);
      if (message.info.pending === 0) caughtUp();
    },
  });
  if ((await consumer.info(true)).num_pending === 0) caughtUp();
  return {
    ended: endOf(messages, caughtUp),
    stop: () => stopReading(messages, consumer, options.jsm),
  };
}

async function endOf(messages: ConsumerMessages, caughtUp: () => void): Promise<string> {
  for await (const status of messages.status()) {
    // A heartbeat comes when there is nothing to send, e.g. because the rest has expired meanwhile.
    if (status.type === 'heartbeat') caughtUp();
    if (ENDINGS.includes(status.type)) return status.type;
  }
  return 'closed';
}

async function stopReading(
  messages: ConsumerMessages,
  consumer: PushConsumer,
  jsm: JetStreamManager,
): Promise<void> {
  await messages.close();
  const { name } = await consumer.info(true);
  // Otherwise the server keeps it for five minutes. It may be gone already, as may be the server.
  void jsm.consumers.delete(PRESENCE_STREAM, name).catch(() => undefined);
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
