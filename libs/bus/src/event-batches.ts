import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mealwire/telemetry';
import type { Consumer, JsMsg } from '@nats-io/jetstream';
import type { EventMessage } from './event-codec.js';

/**
 * Gets messages as they are stored, whatever they hold. Returns: the whole batch is done. Throws:
 * the whole batch comes again.
 */
export type BatchHandler = (messages: readonly EventMessage[]) => Promise<void>;

export interface EventBatchesOptions {
  readonly consumer: Consumer;
  readonly maxBatch: number;
  /** The consumer's ack wait; a batch that takes longer gives signs of life at half of it. */
  readonly ackWaitMs: number;
  /** Pause before a batch that failed is tried again. */
  readonly retryDelayMs: number;
  readonly handle: BatchHandler;
  readonly logger: Logger;
}

export interface EventBatches {
  /** Takes no more events and waits for the try under way; an unfinished batch comes again. */
  stop(): Promise<void>;
}

/** How long one pull waits at the server for the first event of a batch. */
const PULL_EXPIRES_MS = 5_000;
/** How long it may take to bring what the server has said is there; nats.js' least. */
const FETCH_EXPIRES_MS = 1_000;

/**
 * Hands over messages in batches of what has arrived meanwhile: one by one when it is quiet, many at
 * a time when there is a backlog. They come in stream order but for redeliveries. A batch is pulled
 * only when the one before is done, so an outage of what is behind the handler piles up nothing
 * here. Only one process may do this per consumer if the order between batches matters.
 */
export function startEventBatches(options: EventBatchesOptions): EventBatches {
  const stopping = new AbortController();
  const { signal } = stopping;
  let handling = Promise.resolve();

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const batch = await pullOrPause(options, signal);
      handling = handleUntilDone(options, batch, signal);
      await handling;
    }
  }

  void run();
  return {
    stop: async () => {
      stopping.abort();
      // A pull cannot be taken back; what it still brings is handed back at once.
      await handling;
    },
  };
}

async function pullOrPause(
  options: EventBatchesOptions,
  signal: AbortSignal,
): Promise<readonly JsMsg[]> {
  try {
    return await pullBatch(options);
  } catch (error) {
    if (!signal.aborted) options.logger.warn({ err: error }, 'no events can be fetched right now');
    await pause(options.retryDelayMs, signal);
    return [];
  }
}

async function handleUntilDone(
  options: EventBatchesOptions,
  batch: readonly JsMsg[],
  signal: AbortSignal,
): Promise<void> {
  if (batch.length === 0) return;
  const heartbeat = setInterval(() => {
    for (const message of batch) message.working();
  }, options.ackWaitMs / 2);
  while (!signal.aborted) {
    if (await handleBatch(options, batch)) return clearInterval(heartbeat);
    await pause(options.retryDelayMs, signal);
  }
  clearInterval(heartbeat);
  for (const message of batch) message.nak();
}

/** The first event that comes, and with it what the server says is waiting behind it. */
async function pullBatch({ consumer, maxBatch }: EventBatchesOptions): Promise<readonly JsMsg[]> {
  const first = await consumer.next({ expires: PULL_EXPIRES_MS });
  if (first === null) return [];
  const more = Math.min(first.info.pending, maxBatch - 1);
  if (more === 0) return [first];
  const batch = [first];
  const fetched = await consumer.fetch({ max_messages: more, expires: FETCH_EXPIRES_MS });
  for await (const message of fetched) batch.push(message);
  return batch;
}

async function handleBatch(
  { handle, logger }: EventBatchesOptions,
  batch: readonly JsMsg[],
): Promise<boolean> {
  try {
    await handle(batch);
    for (const message of batch) message.ack();
    return true;
  } catch (error) {
    logger.warn({ err: error, events: batch.length }, 'a batch of events failed, trying again');
    return false;
  }
}

/** Ends early when `signal` says so. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => undefined);
}
