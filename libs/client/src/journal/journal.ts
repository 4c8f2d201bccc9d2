import type { MealLogSubmission } from '../rest/meal-log-api.js';

/** A meal that the server has not confirmed yet. */
export interface OutboxEntry {
  /** The id of the submission, and of the meal log that it becomes. */
  readonly localId: string;
  readonly submission: MealLogSubmission;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An outcome, with its time in ms, or {@link GONE_MS}. `isAhead`: it was read over REST, so the feed
 * may still bring what was before it.
 */
export type Shown = readonly [mealLogId: string, atMs: number, isAhead?: boolean];

/** After every outcome: nothing of a deleted meal is shown any more. */
export const GONE_MS = Number.MAX_SAFE_INTEGER;

/** All that a client has to remember over restarts, so that one write keeps it consistent. */
export interface Journal {
  /** The last position of the feed whose event was handled; null before the first. */
  readonly cursor: string | null;
  /** The newest that was shown of each meal. */
  readonly shown: readonly Shown[];
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
  return (shownOf(journal, mealLogId)?.[1] ?? -1) >= atMs;
}

/** A change that the feed brings was before what has been shown already. */
export function isOvertaken(journal: Journal, mealLogId: string, atMs: number): boolean {
  return shownOf(journal, mealLogId)?.[2] === true && wasShown(journal, mealLogId, atMs);
}

export function shownOf(journal: Journal, mealLogId: string): Shown | undefined {
  return journal.shown.find(([id]) => id === mealLogId);
}

/** Also the same again ends the waiting: there is no other outcome now. */
export function withShown(
  journal: Journal,
  mealLogId: string,
  atMs: number,
  isAhead = false,
): Journal {
  const rest = withoutWaiting(journal, mealLogId);
  if (wasShown(journal, mealLogId, isAhead ? atMs : atMs + 1)) return rest;
  const others = journal.shown.filter(([id]) => id !== mealLogId);
  const entry: Shown = isAhead ? [mealLogId, atMs, true] : [mealLogId, atMs];
  return { ...rest, shown: [...others, entry].slice(-REMEMBERED_OUTCOMES) };
}

export function withSubmission(journal: Journal, entry: OutboxEntry): Journal {
  if (journal.outbox.some(({ localId }) => localId === entry.localId)) return journal;
  return { ...journal, outbox: [...journal.outbox, entry] };
}

/** The server has stored the submission as this meal log. */
export function withAccepted(journal: Journal, localId: string, mealLogId: string): Journal {
  const sent = withoutSubmission(journal, localId);
  // Its outcome may have been faster than this answer.
  return shownOf(journal, mealLogId) === undefined ? withWaiting(sent, mealLogId) : sent;
}

/** An outcome of this meal log is awaited: the first one, or another one. */
export function withWaiting(journal: Journal, mealLogId: string): Journal {
  const { waiting } = journal;
  if (waiting.includes(mealLogId)) return journal;
  return { ...journal, waiting: [...waiting, mealLogId] };
}

/** The same, and whichever comes next is shown, also if it has been. */
export function withWatched(journal: Journal, mealLogId: string): Journal {
  const shown = journal.shown.filter(([id]) => id !== mealLogId);
  return withWaiting({ ...journal, shown }, mealLogId);
}

export function withoutSubmission(journal: Journal, localId: string): Journal {
  return { ...journal, outbox: journal.outbox.filter((entry) => entry.localId !== localId) };
}

export function withoutWaiting(journal: Journal, mealLogId: string): Journal {
  if (!journal.waiting.includes(mealLogId)) return journal;
  return { ...journal, waiting: journal.waiting.filter((id) => id !== mealLogId) };
}

/** What has happened in this start, put on top of what an earlier one has written. */
export function withEarlier(now: Journal, earlier: Journal): Journal {
  const cursor = now.cursor ?? earlier.cursor;
  const isReloadDue = now.isReloadDue || earlier.isReloadDue;
  let journal = now.outbox.reduce(withSubmission, { ...earlier, cursor, isReloadDue });
  for (const entry of now.shown) journal = withShown(journal, ...entry);
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
