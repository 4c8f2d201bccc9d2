import type { JournalKeeper } from '../journal/journal-keeper.js';
import type { MealLogResource } from '../rest/meal-log.js';
import type { MealLogApi } from '../rest/meal-log-api.js';
import { MealwireError } from '../rest/mealwire-error.js';
import type { Strategy } from '../strategy.js';

export interface PollerOptions {
  readonly journal: JournalKeeper;
  readonly api: MealLogApi;
  readonly strategy: Strategy;
  /** It has changed since it was read last; perhaps it has its outcome now. */
  readonly onMealLog: (mealLog: MealLogResource) => Promise<void>;
  /** The server knows no such meal any more. */
  readonly onGone: (mealLogId: string) => void;
  readonly onLoggedOut: () => void;
}

/** Asks over REST for meals whose outcome the socket cannot bring. */
export interface Poller {
  /** Polls from now on, or no more; the first time after a pause in which a socket may come up. */
  enable(isNeeded: boolean): void;
  /** Reads these once, now. */
  read(mealLogIds: readonly string[]): Promise<void>;
}

const GROWTH = 1.5;
/** Around the interval, so that phones that lost the same gateway do not poll in step. */
const JITTER = 0.2;

export function createPoller(options: PollerOptions): Poller {
  const { journal, api, strategy } = options;
  const etags = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let intervalMs = strategy.pollFirstMs;
  let isEnabled = false;

  function schedule(afterMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void round(), afterMs * (1 - JITTER + 2 * JITTER * Math.random()));
  }

  async function round(): Promise<void> {
    const retryAfterMs = await readAll(journal.current().waiting);
    intervalMs = Math.min(strategy.pollMaxMs, intervalMs * GROWTH);
    if (isEnabled) schedule(Math.max(intervalMs, retryAfterMs));
  }

  /** @returns for how long the server does not want to be asked again. */
  async function readAll(mealLogIds: readonly string[]): Promise<number> {
    for (const id of mealLogIds) {
      try {
        await readOne(id);
      } catch (error) {
        if (!(error instanceof MealwireError)) throw error;
        if (error.status === 401) options.onLoggedOut();
        // The others would fare no better.
        return (error.retryAfterS ?? 0) * 1_000;
      }
    }
    return 0;
  }

  async function readOne(id: string): Promise<void> {
    try {
      const found = await api.getIfChanged(id, etags.get(id) ?? null);
      if (found === undefined) return;
      if (found.etag !== null) etags.set(id, found.etag);
      await options.onMealLog(found.mealLog);
      if (found.mealLog.status !== 'processing') etags.delete(id);
    } catch (error) {
      if (!(error instanceof MealwireError && error.status === 404)) throw error;
      etags.delete(id);
      options.onGone(id);
    }
  }

  return {
    enable: (isNeeded) => {
      if (isNeeded === isEnabled) return;
      isEnabled = isNeeded;
      clearTimeout(timer);
      intervalMs = strategy.pollFirstMs;
      if (isEnabled) schedule(intervalMs);
    },
    read: async (mealLogIds) => void (await readAll(mealLogIds)),
  };
}
