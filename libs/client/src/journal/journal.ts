import type { MealLogSubmission } from '../rest/meal-log-api.js';

/** A meal that the server has not confirmed yet. */
export interface OutboxEntry {
  /** The id of the submission, and of the meal log that it becomes. */
  readonly localId: string;
  readonly submission: MealLogSubmission;
  readonly headers?: Readonly<Record<string, string>>;
}

/** All that a client has to remember over restarts, so that one write keeps it consistent. */
export interface Journal {
  /** The last position of the feed whose event was handled; null before the first. */
  readonly cursor: string | null;
  /** The newest outcome that was shown of a meal: meal-log id and the outcome's time in ms. */
  readonly shown: readonly (readonly [mealLogId: string, atMs: number])[];
  /** In the order of submission. */
  readonly outbox: readonly OutboxEntry[];
  /** Ids of the meal logs whose outcome is awaited here. */
  readonly waiting: readonly string[];
  /** Something was missed that the feed no longer has, and the app has not reloaded yet. */
  readonly isReloadDue: boolean;
}

export const EMPTY_JOURNAL: Journal = {
  cursor: null,
  shown: [],
  outbox: [],
  waiting: [],
  isReloadDue: false,
};

/** Meals whose outcomes may come a second time are those of the last minutes. */
const REMEMBERED_OUTCOMES = 100;

/** One outcome is shown once, by whichever way it comes first; an older one never after a newer. */
export function wasShown(journal: Journal, mealLogId: string, atMs: number): boolean {
  return journal.shown.some(([id, shownAtMs]) => id === mealLogId && shownAtMs >= atMs);
}

export function withShown(journal: Journal, mealLogId: string, atMs: number): Journal {
  if (wasShown(journal, mealLogId, atMs)) return journal;
  const others = journal.shown.filter(([id]) => id !== mealLogId);
  return {
    ...withoutWaiting(journal, mealLogId),
    shown: [...others, [mealLogId, atMs] as const].slice(-REMEMBERED_OUTCOMES),
  };
}

export function withSubmission(journal: Journal, entry: OutboxEntry): Journal {
  if (journal.outbox.some(({ localId }) => localId === entry.localId)) return journal;
  return { ...journal, outbox: [...journal.outbox, entry] };
}

/** The server has stored the submission as this meal log. */
export function withAccepted(journal: Journal, localId: string, mealLogId: string): Journal {
  return withWaiting(withoutSubmission(journal, localId), mealLogId);
}

/** The outcome of this meal log is awaited, unless it has been shown. */
export function withWaiting(journal: Journal, mealLogId: string): Journal {
  const { shown, waiting } = journal;
  const isAwaited = !waiting.includes(mealLogId) && !shown.some(([id]) => id === mealLogId);
  return isAwaited ? { ...journal, waiting: [...waiting, mealLogId] } : journal;
}

/** The app asks for this outcome, also if it has been shown: it is shown again. */
export function withWatched(journal: Journal, mealLogId: string): Journal {
  const shown = journal.shown.filter(([id]) => id !== mealLogId);
  return withWaiting({ ...journal, shown }, mealLogId);
}

export function withoutSubmission(journal: Journal, localId: string): Journal {
  return { ...journal, outbox: journal.outbox.filter((entry) => entry.localId !== localId) };
}

export function withoutWaiting(journal: Journal, mealLogId: string): Journal {
  return { ...journal, waiting: journal.waiting.filter((id) => id !== mealLogId) };
}

/** What has happened in this start, put on top of what an earlier one has written. */
export function withEarlier(now: Journal, earlier: Journal): Journal {
  const cursor = now.cursor ?? earlier.cursor;
  const isReloadDue = now.isReloadDue || earlier.isReloadDue;
  let journal = now.outbox.reduce(withSubmission, { ...earlier, cursor, isReloadDue });
  for (const [id, atMs] of now.shown) journal = withShown(journal, id, atMs);
  return now.waiting.reduce(withWatched, journal);
}

/**
 * Reads what an earlier start has written, without any part that cannot be used: one bad entry must
 * not block those behind it. @returns undefined for what is no journal.
 */
export function parseJournal(text: string): Journal | undefined {
  try {
    const value = JSON.parse(text) as Partial<Journal> | null;
    const { cursor, shown, outbox, waiting, isReloadDue } = value ?? {};
    if (cursor !== null && typeof cursor !== 'string') return undefined;
    if (!Array.isArray(shown) || !Array.isArray(outbox) || !Array.isArray(waiting)) {
      return undefined;
    }
    return {
      cursor,
      shown: shown.filter((entry) => isString(entry?.[0]) && typeof entry[1] === 'number'),
      outbox: outbox.filter(
        (entry) => isString(entry?.localId) && isString(entry.submission?.text),
      ),
      waiting: waiting.filter(isString),
      isReloadDue: isReloadDue !== false,
    };
  } catch {
    return undefined;
  }
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
