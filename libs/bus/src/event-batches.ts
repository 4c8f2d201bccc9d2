import type { RecordedEvent } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { decodeEvent } from './event-codec.js';

/** Returns: the whole batch is done. Throws: the whole batch comes again, in order. */
export type BatchHandler = (events: readonly RecordedEvent[]) => Promise<void>;

export interface EventBatchesOptions {
  readonly consumer: Consumer;
  readonly maxBatch: number;
  /** Pause before a batch that failed is tried again. */
  readonly retryDelayMs: number;
  readonly handle: BatchHandler;
  readonly logger: Logger;
}

export interface EventBatches {
  /** Takes no more events and waits for the batch under way. */
  stop(): Promise<void>;
}

/**
 * Hands over events in stream order, in batches of what has arrived meanwhile: one by one when it
 * is quiet, many at a time when there is a backlog. Only one process may do this per consumer.
 */
export async function startEventBatches(options: EventBatchesOptions): Promise<EventBatches> {
  const { consumer, maxBatch } = options;
  const queue: JsMsg[] = [];
  let wake = (): void => undefined;
  let stopping = false;
  const messages = await consumer.consume({
    max_messages: maxBatch,
    callback: (message) => {
      queue.push(message);
      wake();
    },
  });
  watch(messages, options.logger);

  async function run(): Promise<void> {
    while (!stopping) {
      if (queue.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (stopping || queue.length > 0) resolve();
        });
        continue;
      }
      const batch = queue.splice(0, maxBatch);
      if (await handleBatch(options, batch)) continue;
      // Kept in front: the order of events is the point of this consumer.
      queue.unshift(...batch);
      await new Promise((resolve) => setTimeout(resolve, options.retryDelayMs));
    }
  }

  const running = run();
  return {
    stop: async () => {
      stopping = true;
      messages.stop();
      wake();
      await running;
      for (const message of queue) message.nak();
    },
  };
}

async function handleBatch(
  { handle, logger }: EventBatchesOptions,
  batch: readonly JsMsg[],
): Promise<boolean> {
  try {
    await handle(decodeAll(batch, logger));
    for (const message of batch) message.ack();
    return true;
  } catch (error) {
    logger.warn({ err: error, events: batch.length }, 'a batch of events failed, trying again');
    // It stays ours while we wait.
    for (const message of batch) message.working();
    return false;
  }
}

function decodeAll(batch: readonly JsMsg[], logger: Logger): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  for (const message of batch) {
    try {
      events.push(decodeEvent(message));
    } catch (error) {
      // No projection can use it, and it must not stand in the way of the ones that follow.
      logger.error({ err: error }, 'an event is malformed and was skipped');
    }
  }
  return events;
}

function watch(messages: ConsumerMessages, logger: Logger): void {
  void (async () => {
    for await (const status of messages.status()) {
      if (status.type === 'consumer_not_found' || status.type === 'stream_not_found') {
        logger.error({ status: status.type }, 'the consumer is gone; provision it again');
      }
    }
  })();
}
