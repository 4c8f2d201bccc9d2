import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mealwire/telemetry';
import type { Consumer } from '@nats-io/jetstream';
import { deadLetterOf } from './dead-letter.js';
import type { EndDeadMeal } from './end-dead-meal.js';

export interface DeadLetterWatchOptions {
  readonly consumer: () => Promise<Consumer>;
  readonly end: EndDeadMeal;
  readonly logger: Logger;
}

export interface DeadLetterWatch {
  /** Takes no more; what was not finished comes to the next process. */
  stop(): Promise<void>;
}

/** How long one pull waits at the server. */
const PULL_EXPIRES_MS = 5_000;
const RETRY_DELAY_MS = 1_000;

/** Hears of every dead letter, one after the other, also of those from before it ran. */
export function startDeadLetterWatch(options: DeadLetterWatchOptions): DeadLetterWatch {
  const stopping = new AbortController();
  let handling = Promise.resolve();
  void run();
  return {
    stop: async () => {
      stopping.abort();
      await handling;
    },
  };

  async function run(): Promise<void> {
    let consumer: Consumer | undefined;
    while (!stopping.signal.aborted) {
      try {
        consumer ??= await options.consumer();
        await takeOne(consumer);
      } catch (error) {
        if (stopping.signal.aborted) return;
        options.logger.warn({ err: error }, 'dead letters cannot be read right now');
        await pause();
      }
    }
  }

  async function takeOne(consumer: Consumer): Promise<void> {
    const message = await consumer.next({ expires: PULL_EXPIRES_MS });
    if (message === null) return;
    // A pull cannot be taken back; what it still brings goes to another process at once.
    if (stopping.signal.aborted) return message.nak();
    const letter = deadLetterOf(message.seq, message.string());
    if (letter === undefined) return message.ack();
    const ending = options.end(letter);
    handling = ending.catch(() => undefined);
    try {
      await ending;
      message.ack();
    } catch (error) {
      message.nak(RETRY_DELAY_MS);
      throw error;
    }
  }

  /** Ends early at the stop. */
  function pause(): Promise<void> {
    const { signal } = stopping;
    return sleep(RETRY_DELAY_MS, undefined, { signal }).catch(() => undefined);
  }
}
