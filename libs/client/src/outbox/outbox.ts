import { backoffDelayMs } from '../connection/backoff.js';
import { type OutboxEntry, withAccepted, withoutSubmission } from '../journal/journal.js';
import type { JournalKeeper } from '../journal/journal-keeper.js';
import type { MealLogResource } from '../rest/meal-log.js';
import type { MealLogApi } from '../rest/meal-log-api.js';
import { isErased, isRefusal, MealwireError, retryAfterMsOf } from '../rest/mealwire-error.js';
import type { Strategy } from '../strategy.js';

export interface OutboxOptions {
  readonly journal: JournalKeeper;
  readonly api: MealLogApi;
  readonly strategy: Strategy;
  readonly onAccepted: (localId: string, mealLog: MealLogResource) => void;
  /** The server will never take it as it is. */
  readonly onRefused: (entry: OutboxEntry, error: MealwireError) => void;
  /** The user has to log in; the meals wait. */
  readonly onLoggedOut: () => void;
}

/** Brings submissions to the server, one after the other in their order, until it has them. */
export interface Outbox {
  /**
   * Tries now: something was added, or the way may be free again. If the upload under way fails,
   * the next one follows at once. Only a server that has named its time is not pressed.
   */
  kick(): void;
  stop(): void;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { journal, api, strategy } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let notBeforeMs = 0;
  let isRunning = false;
  let isKicked = false;
  let isStopped = false;

  async function run(): Promise<void> {
    clearTimeout(timer);
    const closedForMs = notBeforeMs - performance.now();
    if (closedForMs > 0) {
      timer = setTimeout(() => void run(), closedForMs);
      return;
    }
    isRunning = true;
    isKicked = false;
    try {
      await journal.loaded;
      while (!isStopped) {
        // What is not stored yet could be sent, answered, and then forgotten by a crash.
        await journal.stored();
        const entry = journal.current().outbox[0];
        if (entry === undefined || isStopped) break;
        await upload(entry);
        failures = 0;
      }
    } catch (error) {
      retry(error);
    } finally {
      isRunning = false;
    }
  }

  async function upload(entry: OutboxEntry): Promise<void> {
    try {
      const mealLog = await api.post(entry.submission, entry.headers);
      journal.update((now) => withAccepted(now, entry.localId, mealLog.id));
      options.onAccepted(entry.localId, mealLog);
    } catch (error) {
      // Whoever is told of an erasure gives back all of them.
      if (!isRefusal(error) || isErased(error)) throw error;
      journal.update((now) => withoutSubmission(now, entry.localId));
      options.onRefused(entry, error);
    }
  }

  function retry(error: unknown): void {
    if (isStopped || isErased(error)) return;
    if (error instanceof MealwireError && error.status === 401) {
      options.onLoggedOut();
      return;
    }
    notBeforeMs = performance.now() + retryAfterMsOf(error);
    const delayMs = isKicked ? 0 : backoffDelayMs(failures, Math.random(), strategy);
    failures += 1;
    timer = setTimeout(() => void run(), delayMs);
  }

  return {
    kick: () => {
      isStopped = false;
      isKicked = true;
      if (!isRunning) void run();
    },
    stop: () => {
      clearTimeout(timer);
      isStopped = true;
    },
  };
}
