import type { JournalKeeper } from '../journal/journal-keeper.js';
import type { MealLogResource } from '../rest/meal-log.js';
import type { MealLogApi } from '../rest/meal-log-api.js';
import { MealwireError, retryAfterMsOf } from '../rest/mealwire-error.js';
import type { Strategy } from '../strategy.js';

export interface PollerOptions {
  readonly journal: JournalKeeper;
  readonly api: MealLogApi;
  readonly strategy: Strategy;
  /** It has changed since it was read last; perhaps it has its outcome now. */
  readonly onMealLog: (mealLog: MealLogResource) => Promise<void>;
  /** The server knows no such meal any more. */
  readonly onGone: (mealLogId: string) => Promise<void>;
  readonly onLoggedOut: () => void;
}

/**
 * - `off`: nothing comes through anyway, or nobody wants it.
 * - `once`: the socket brings what is still to come; only {@link Poller.read} is followed up.
 * - `all`: whatever is awaited, again and again; the first time after a pause in which a socket may
 *   come up.
 */
export type PollingMode = 'off' | 'once' | 'all';

/** Asks over REST for meals whose outcome the socket cannot bring. */
export interface Poller {
  set(mode: PollingMode): void;
  /** Reads these now, and again until it has succeeded once; they may have ended before. */
  read(mealLogIds: readonly string[]): void;
}

const GROWTH = 1.5;
/** Around the interval, so that phones that lost the same gateway do not poll in step. */
const JITTER = 0.2;

export function createPoller(options: PollerOptions): Poller {
  const { journal, api, strategy } = options;
  const etags = new Map<string, string>();
  /** To be read once, however well the socket does. */
  const unread = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let intervalMs = strategy.pollFirstMs;
  let mode: PollingMode = 'off';
  let isRunning = false;
  /** The server does not want to be asked before. */
  let notBeforeMs = 0;

  function schedule(afterMs: number): void {
    clearTimeout(timer);
    const closedForMs = notBeforeMs - performance.now();
    timer = setTimeout(() => void round(), Math.max(afterMs, closedForMs));
  }

  function isNeeded(): boolean {
    return mode === 'all' || (mode === 'once' && unread.size > 0);
  }

  async function round(): Promise<void> {
    // A round that takes long goes on by itself: there is only ever one.
    if (isRunning || !isNeeded()) return;
    isRunning = true;
    const { waiting } = journal.current();
    for (const id of [...unread, ...etags.keys()]) if (!waiting.includes(id)) forget(id);
    await readAll(waiting.filter((id) => mode === 'all' || unread.has(id)));
    isRunning = false;
    intervalMs = Math.min(strategy.pollMaxMs, intervalMs * GROWTH);
    if (isNeeded()) schedule(jittered(intervalMs));
  }

  async function readAll(mealLogIds: readonly string[]): Promise<void> {
    for (const id of mealLogIds) {
      try {
        await readOne(id);
      } catch (error) {
        if (error instanceof MealwireError && error.status === 401) options.onLoggedOut();
        notBeforeMs = performance.now() + retryAfterMsOf(error);
        // The others would fare no better.
        return;
      }
    }
  }

  async function readOne(id: string): Promise<void> {
    try {
      const found = await api.getIfChanged(id, etags.get(id) ?? null);
      unread.delete(id);
      if (found === undefined) return;
      if (found.etag !== null) etags.set(id, found.etag);
      await options.onMealLog(found.mealLog);
      // Whoever asks for it again wants to have it, not to hear that it is as it was.
      if (found.mealLog.status !== 'processing') etags.delete(id);
    } catch (error) {
      if (!(error instanceof MealwireError && error.code === 'meal_log_not_found')) throw error;
      forget(id);
      await options.onGone(id);
    }
  }

  function forget(id: string): void {
    unread.delete(id);
    etags.delete(id);
  }

  return {
    set: (next) => {
      if (next === mode) return;
      mode = next;
      clearTimeout(timer);
      intervalMs = strategy.pollFirstMs;
      // The next welcome says anew what has to be read.
      if (mode === 'off') unread.clear();
      if (isNeeded()) schedule(jittered(intervalMs));
    },
    read: (mealLogIds) => {
      for (const id of mealLogIds) unread.add(id);
      if (unread.size > 0) schedule(0);
    },
  };
}

function jittered(ms: number): number {
  return ms * (1 - JITTER + 2 * JITTER * Math.random());
}
