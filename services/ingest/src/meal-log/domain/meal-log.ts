import type { MealLogCompleted } from '@mealwire/contracts';

/** What the user submitted. */
export interface Submission {
  readonly id: string;
  readonly userId: string;
  readonly text: string;
  /** breakfast | lunch | dinner | snack, empty where the user did not say. */
  readonly mealType: string;
  /** RFC 3339 UTC, like every time here. */
  readonly eatenAt: string;
  readonly createdAt: string;
}

/** The state of a meal log: everything that its events have said so far. */
export type MealLog = Submission & {
  /**
   * Sequence of the last event that changed what is said here. A delivery changes nothing, so that
   * a client's `If-Match` does not fail because a phone has proved a receipt meanwhile.
   */
  readonly version: number;
} & (
    | { readonly status: 'processing' }
    | {
        readonly status: 'completed';
        readonly completedAt: string;
        readonly result: MealLogCompleted;
        /** When the user put the result right, last; undefined: it is the analyser's. */
        readonly correctedAt: string | undefined;
      }
    | {
        readonly status: 'failed';
        readonly completedAt: string;
        readonly failure: { readonly reason: string; readonly message: string };
      }
    /** Says nothing of the meal any more: its text is empty. */
    | { readonly status: 'deleted'; readonly deletedAt: string }
  );

/** A meal log that there still is something to say of. */
export type LiveMealLog = Exclude<MealLog, { readonly status: 'deleted' }>;

/** A deleted meal log is one that the user does not have. */
export function live(mealLog: MealLog | undefined): LiveMealLog | undefined {
  return mealLog?.status === 'deleted' ? undefined : mealLog;
}
