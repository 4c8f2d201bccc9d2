import type {
  MealLogChange,
  MealLogItem,
  MealLogOutcome,
  MealLogResource,
  MealLogResult,
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
  /** When the analysis was asked for, as far as is known; null as long as it may not have been. */
  readonly requestedAt: string | null;
  /** When its outcome happened; null before that. */
  readonly endedAt: string | null;
  /** When the user put it right, last; null: it is the analyser's. */
  readonly correctedAt: string | null;
  /** When the last that is known of it happened, of whatever kind; null: only its submission. */
  readonly changedAt: string | null;
  /** Of what is shown: for `ifMatch`; null where nobody has said so. */
  readonly version: number | null;
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
    requestedAt: null,
    endedAt: null,
    correctedAt: null,
    changedAt: null,
    version: null,
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
    requestedAt: resource.created_at,
    endedAt: resource.completed_at,
    correctedAt: resource.corrected_at,
    changedAt: resource.corrected_at ?? resource.completed_at,
    version: resource.version,
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

/** What was read may be older than what the page knows: nothing is undone by it. */
export function withResource(meal: Meal, resource: MealLogResource): Meal {
  const read = mealOf(resource);
  const { sentAtMs, tookMs, arrivedBy } = meal;
  const requestedAt = laterOf(meal.requestedAt, read.requestedAt);
  if (isBehind(read, meal)) return { ...meal, storedAt: read.storedAt, requestedAt };
  const changedAt = read.changedAt ?? meal.changedAt;
  return { ...read, requestedAt, changedAt, sentAtMs, tookMs, arrivedBy };
}

/** By version where both have one, else by time. */
function isBehind(read: Meal, meal: Meal): boolean {
  if (meal.version !== null && read.version !== null) return read.version < meal.version;
  if (read.status === 'processing') return meal.endedAt !== null;
  return isAfter(meal.changedAt, read.changedAt);
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
    correctedAt: null,
    changedAt: outcome.occurred_at,
    version: outcome.version,
    tookMs: meal.tookMs ?? (meal.sentAtMs === null ? null : atMs - meal.sentAtMs),
    arrivedBy,
  };
  if (outcome.type === 'meal_log.failed') {
    return { ...ended, status: 'failed', trouble: troubleOf(outcome.data) };
  }
  return { ...ended, ...resultOf(meal, outcome.data) };
}

/** What was done to it before what the page knows changes nothing. */
export function withChange(
  meal: Meal,
  change: Exclude<MealLogChange, { readonly type: 'meal_log.deleted' }>,
): Meal {
  const { occurred_at, version } = change;
  if (meal.changedAt !== null && !isAfter(occurred_at, meal.changedAt)) return meal;
  if (change.type === 'meal_log.retried') {
    return { ...asRetried(meal), requestedAt: occurred_at, changedAt: occurred_at, version };
  }
  return {
    ...meal,
    ...WITHOUT_RESULT,
    ...resultOf(meal, change.data),
    endedAt: meal.endedAt ?? occurred_at,
    correctedAt: occurred_at,
    changedAt: occurred_at,
    version,
  };
}

/** From the tap on this page; the feed and REST say the same later. */
export function withRetry(meal: Meal, sentAtMs: number): Meal {
  return { ...asRetried(meal), sentAtMs };
}

function asRetried(meal: Meal): Meal {
  if (meal.status === 'processing') return meal;
  const before = { endedAt: null, correctedAt: null, version: null };
  const way = { sentAtMs: null, tookMs: null, arrivedBy: null };
  return { ...meal, ...WITHOUT_RESULT, ...before, ...way, status: 'processing' };
}

function resultOf(meal: Meal, result: MealLogResult) {
  const { items, totals, meal_type, needs_review, total_is_partial } = result;
  return {
    status: 'completed',
    items,
    totals,
    mealType: meal_type === '' ? meal.mealType : meal_type,
    needsReview: needs_review,
    isPartial: total_is_partial,
  } as const;
}

/** No analysis takes so long: it was analysed again, and nobody has said when. */
const LONGEST_ANALYSIS_MS = 300_000;

/** From asked for to analysed, by the server's clock; null where one of the two is not known. */
export function analysedMs({ requestedAt, endedAt }: Meal): number | null {
  if (requestedAt === null || endedAt === null) return null;
  const tookMs = Math.max(0, Date.parse(endedAt) - Date.parse(requestedAt));
  return tookMs > LONGEST_ANALYSIS_MS ? null : tookMs;
}

function laterOf(at: string | null, other: string | null): string | null {
  return isAfter(at, other) ? at : (other ?? at);
}

function isAfter(at: string | null, other: string | null): boolean {
  return at !== null && other !== null && Date.parse(at) > Date.parse(other);
}

function troubleOf(failure: MealLogResource['failure']): MealTrouble | null {
  return failure === null ? null : { code: failure.reason, message: failure.message };
}
