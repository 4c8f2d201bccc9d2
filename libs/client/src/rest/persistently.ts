import { backoffDelayMs } from '../connection/backoff.js';
import type { Strategy } from '../strategy.js';
import { isRefusal, MealwireError, retryAfterMsOf } from './mealwire-error.js';

/** A user waits for it, and can ask again. */
const MAX_TRIES = 4;
const LONGEST_PAUSE_MS = 5_000;

/** Asks again, a few times, where the answer may be another one by then. */
export async function persistently<T>(strategy: Strategy, ask: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await ask();
    } catch (error) {
      const isFinal = isRefusal(error) || (error instanceof MealwireError && error.status === 401);
      const delayMs = backoffDelayMs(failures, Math.random(), strategy);
      const pauseMs = Math.max(delayMs, retryAfterMsOf(error));
      if (isFinal || failures + 1 === MAX_TRIES || pauseMs > LONGEST_PAUSE_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
