import type { OutboxEntry } from '../journal/journal.js';
import type { MealLogResource } from '../rest/meal-log.js';
import type { MealwireError } from '../rest/mealwire-error.js';

/** A meal that was submitted here, as the app shows it until its outcome. */
export interface Submission {
  /** Given out here, at once; the server is told it as `client_id`, so it is the meal log's id too. */
  readonly localId: string;
  readonly status: 'processing';
  readonly text: string;
  /** RFC 3339. */
  readonly eatenAt: string;
  /** Resolves when a restart cannot lose it any more: never, where the storage does not take it. */
  readonly saved: Promise<void>;
}

export function submissionOf(entry: OutboxEntry, saved: Promise<void>): Submission {
  const { text, eaten_at = '' } = entry.submission;
  return { localId: entry.localId, status: 'processing', text, eatenAt: eaten_at, saved };
}

/** What became of a submission. Its outcome comes by itself. */
export type SubmissionChange =
  | { readonly localId: string; readonly status: 'accepted'; readonly mealLog: MealLogResource }
  /** It will never be accepted as it is. */
  | { readonly localId: string; readonly status: 'refused'; readonly error: MealwireError };
