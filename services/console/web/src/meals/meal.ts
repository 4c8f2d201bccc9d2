import type {
  MealLogItem,
  MealLogOutcome,
  MealLogResource,
  Nutrition,
  OutcomeChannel,
  Submission,
} from '@mealwire/client';

/** `refused`: the server will never take it as it is. */
export type MealStatus = 'processing' | 'completed' | 'failed' | 'refused';

/** Why there is no result, for a person. */
export interface MealTrouble {
  readonly code: string;
  readonly message: string;
}

/** A meal as the phone shows it. */
export interface Meal {
  /** Of the submission, and of the meal log that it becomes. */
  readonly id: string;
  readonly text: string;
  readonly mealType: string;
  /** RFC 3339, like every time here. */
  readonly eatenAt: string;
  /** When the server stored it; null as long as it may not have it. */
  readonly storedAt: string | null;
  /** When its outcome happened; null before that. */
  readonly endedAt: string | null;
  readonly status: MealStatus;
  readonly items: readonly MealLogItem[];
  readonly totals: Nutrition | null;
  readonly needsReview: boolean;
  readonly isPartial: boolean;
  readonly trouble: MealTrouble | null;
  /** When it was sent from this page, milliseconds of `performance.now()`; null for all others. */
  readonly sentAtMs: number | null;
  /** From the tap on send to the outcome on this page; null where this page did not wait for it. */
  readonly tookMs: number | null;
  /** How its outcome came to this page; null where it was read with the list. */
  readonly arrivedBy: OutcomeChannel | null;
}

const WITHOUT_RESULT = {
  items: [],
  totals: null,
  needsReview: false,
  isPartial: false,
  trouble: null,
} as const;

/** What the page needs to know of a meal that was submitted in this browser. */
export type SubmittedMeal = Pick<Submission, 'localId' | 'text' | 'eatenAt'>;

/** @param sentAtMs null for one of an earlier start. */
export function mealOfSubmission(submission: SubmittedMeal, sentAtMs: number | null): Meal {
  return {
    ...WITHOUT_RESULT,
    id: submission.localId,
    text: submission.text,
    mealType: '',
    eatenAt: submission.eatenAt,
    storedAt: null,
    endedAt: null,
    status: 'processing',
    sentAtMs,
    tookMs: null,
    arrivedBy: null,
  };
}

export function mealOf(resource: MealLogResource): Meal {
  return {
    id: resource.id,
    text: resource.text,
    mealType: resource.meal_type ?? '',
    eatenAt: resource.eaten_at,
    storedAt: resource.created_at,
    endedAt: resource.completed_at,
    status: resource.status,
    items: resource.items,
    totals: resource.totals,
    needsReview: resource.needs_review,
    isPartial: resource.total_is_partial,
    trouble: troubleOf(resource.failure),
    sentAtMs: null,
    tookMs: null,
    arrivedBy: null,
  };
}

/** What was read may be older than what the page knows: an outcome is not undone by it. */
export function withResource(meal: Meal, resource: MealLogResource): Meal {
  const read = mealOf(resource);
  const { sentAtMs, tookMs, arrivedBy } = meal;
  return isAfter(read.endedAt, meal.endedAt) || meal.endedAt === null
    ? { ...read, sentAtMs, tookMs, arrivedBy }
    : { ...meal, storedAt: read.storedAt };
}

/** The same outcome again, or an older one, changes nothing. */
export function withOutcome(
  meal: Meal,
  outcome: MealLogOutcome,
  arrivedBy: OutcomeChannel,
  atMs: number,
): Meal {
  if (meal.endedAt !== null && !isAfter(outcome.occurred_at, meal.endedAt)) return meal;
  const ended = {
    ...meal,
    ...WITHOUT_RESULT,
    endedAt: outcome.occurred_at,
    tookMs: meal.tookMs ?? (meal.sentAtMs === null ? null : atMs - meal.sentAtMs),
    arrivedBy,
  };
  if (outcome.type === 'meal_log.failed') {
    return { ...ended, status: 'failed', trouble: troubleOf(outcome.data) };
  }
  const { items, totals, meal_type, needs_review, total_is_partial } = outcome.data;
  return {
    ...ended,
    status: 'completed',
    items,
    totals,
    mealType: meal_type === '' ? meal.mealType : meal_type,
    needsReview: needs_review,
    isPartial: total_is_partial,
  };
}

/** From stored to analysed, by the server's clock; null where one of the two is not known. */
export function analysedMs({ storedAt, endedAt }: Meal): number | null {
  if (storedAt === null || endedAt === null) return null;
  return Math.max(0, Date.parse(endedAt) - Date.parse(storedAt));
}

function isAfter(at: string | null, other: string | null): boolean {
  return at !== null && other !== null && Date.parse(at) > Date.parse(other);
}

function troubleOf(failure: MealLogResource['failure']): MealTrouble | null {
  return failure === null ? null : { code: failure.reason, message: failure.message };
}
