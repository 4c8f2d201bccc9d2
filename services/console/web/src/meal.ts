import type { MealLogItem, MealLogOutcome, MealLogResource, Nutrition } from '@mealwire/client';

/** `unsent`: the server has refused it or could not be reached. */
export type MealStatus = 'processing' | 'completed' | 'failed' | 'unsent';

/** Why there is no result, for a person. */
export interface MealTrouble {
  readonly code: string;
  readonly message: string;
}

/** A meal as the phone shows it. */
export interface Meal {
  /** The same from the tap on send to the end. */
  readonly key: string;
  /** Null until the server has accepted it. */
  readonly id: string | null;
  readonly text: string;
  readonly mealType: string;
  /** RFC 3339; the phone's clock until accepted, then the server's. */
  readonly createdAt: string;
  readonly status: MealStatus;
  readonly items: readonly MealLogItem[];
  readonly totals: Nutrition | null;
  readonly needsReview: boolean;
  readonly isPartial: boolean;
  readonly trouble: MealTrouble | null;
  /** When it was sent from here, milliseconds of `performance.now()`; null for all others. */
  readonly sentAtMs: number | null;
  /** From the tap on send to the outcome on this phone; null where this phone did not wait for it. */
  readonly tookMs: number | null;
  /** From stored to analysed, by the server's clock. */
  readonly analysedMs: number | null;
}

export function newMeal(key: string, text: string, createdAt: string, sentAtMs: number): Meal {
  return {
    key,
    id: null,
    text,
    mealType: '',
    createdAt,
    status: 'processing',
    items: [],
    totals: null,
    needsReview: false,
    isPartial: false,
    trouble: null,
    sentAtMs,
    tookMs: null,
    analysedMs: null,
  };
}

export function mealOf(resource: MealLogResource): Meal {
  return {
    key: resource.id,
    id: resource.id,
    text: resource.text,
    mealType: resource.meal_type ?? '',
    createdAt: resource.created_at,
    status: resource.status,
    items: resource.items,
    totals: resource.totals,
    needsReview: resource.needs_review,
    isPartial: resource.total_is_partial,
    trouble: troubleOf(resource.failure),
    sentAtMs: null,
    tookMs: null,
    analysedMs:
      resource.completed_at === null ? null : msBetween(resource.created_at, resource.completed_at),
  };
}

/** The first outcome counts; a repetition changes nothing. */
export function withOutcome(meal: Meal, outcome: MealLogOutcome, atMs: number): Meal {
  if (meal.status !== 'processing') return meal;
  const ended = {
    ...meal,
    tookMs: meal.sentAtMs === null ? null : atMs - meal.sentAtMs,
    analysedMs: msBetween(meal.createdAt, outcome.occurred_at),
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

function troubleOf(failure: MealLogResource['failure']): MealTrouble | null {
  return failure === null ? null : { code: failure.reason, message: failure.message };
}

function msBetween(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}
