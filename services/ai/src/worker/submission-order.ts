import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '@mealwire/bus';
import type { RecordedEvent } from '@mealwire/contracts';
import type { EarlierMeals } from './earlier-meals.js';

export interface SubmissionOrder {
  /**
   * Resolves when every meal that the user submitted before this one has its outcome: `true`; or
   * `false` when one of them has been waited for long enough, and this meal overtakes it.
   */
  turn(event: RecordedEvent, delivery: TurnDelivery): Promise<boolean>;
  /** A meal of this user got its outcome from this process: whoever waits for it looks again. */
  ended(userId: string): void;
}

export type TurnDelivery = Pick<Delivery, 'signal' | 'yieldSlot'>;

export interface SubmissionOrderOptions {
  readonly earlier: EarlierMeals;
  /** No meal waits longer for another one: a meal that is stuck must not hold up the rest. */
  readonly maxWaitMs: number;
}

const FIRST_PAUSE_MS = 25;
const MAX_PAUSE_MS = 400;

/**
 * Outcomes of one user in the order of the submissions, though meals are analysed side by side and
 * in several processes: an outcome waits for those before it. The first of them waits for nobody,
 * and whoever waits gives its slot away, so there is always one for a meal that comes again: else
 * the meals behind one of a killed process would keep it from being taken up.
 */
export function createSubmissionOrder(options: SubmissionOrderOptions): SubmissionOrder {
  const { earlier, maxWaitMs } = options;
  const endings = new EventEmitter().setMaxListeners(0);
  return {
    ended: (userId) => void endings.emit(eventOf(userId)),
    turn: async (event, { signal, yieldSlot }) => {
      const { userId } = event.metadata;
      const giveUpAt = performance.now() + maxWaitMs;
      let open = await earlier.openBefore(event);
      if (open.length > 0) yieldSlot();
      for (let pauseMs = FIRST_PAUSE_MS; open.length > 0; pauseMs *= 2) {
        const leftMs = giveUpAt - performance.now();
        if (leftMs <= 0) return false;
        await pause(Math.min(pauseMs, MAX_PAUSE_MS, leftMs), eventOf(userId), signal);
        open = await earlier.stillOpen(userId, open);
      }
      return true;
    },
  };

  /** Another process may be the one that ends the meal, so time passes too. */
  async function pause(ms: number, ending: string, signal: AbortSignal): Promise<void> {
    const done = new AbortController();
    const either = { signal: AbortSignal.any([signal, done.signal]) };
    try {
      await Promise.race([sleep(ms, undefined, either), once(endings, ending, either)]);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      done.abort();
    }
  }
}

/** An emitter gives the event named `error` a meaning; no user can be named like this. */
function eventOf(userId: string): string {
  return `ended ${userId}`;
}
