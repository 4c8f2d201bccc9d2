import type { OutcomeFrame } from '@mealwire/contracts/wire';
import type { MealLogFailure, MealLogItem, MealLogResource, Nutrition } from '../rest/meal-log.js';

/** What an analysis found. */
export interface MealLogResult {
  readonly items: readonly MealLogItem[];
  readonly totals: Nutrition | null;
  /** Empty where neither text nor user says. */
  readonly meal_type: string;
  readonly needs_review: boolean;
  /** At least one item is unknown and missing from the totals. */
  readonly total_is_partial: boolean;
}

interface OutcomeMetadata {
  readonly meal_log_id: string;
  /** RFC 3339 UTC. */
  readonly occurred_at: string;
}

/** The one terminal event of an analysis. */
export type MealLogOutcome =
  | (OutcomeMetadata & { readonly type: 'meal_log.completed'; readonly data: MealLogResult })
  | (OutcomeMetadata & { readonly type: 'meal_log.failed'; readonly data: MealLogFailure });

/** The frame with its data typed; ProtoJSON may leave a message field out, so those are filled in. */
export function outcomeOf(frame: OutcomeFrame): MealLogOutcome {
  const { meal_log_id, occurred_at } = frame;
  const metadata = { meal_log_id, occurred_at };
  if (frame.type === 'meal_log.failed') {
    const { reason = 'unknown', message = '' } = frame.data as Partial<MealLogFailure>;
    return { ...metadata, type: frame.type, data: { reason, message } };
  }
  const data = frame.data as Partial<MealLogResult>;
  return {
    ...metadata,
    type: frame.type,
    data: {
      items: data.items ?? [],
      totals: data.totals ?? null,
      meal_type: data.meal_type ?? '',
      needs_review: data.needs_review ?? false,
      total_is_partial: data.total_is_partial ?? false,
    },
  };
}

/** The same from a meal log that was read over REST; undefined while it has no outcome. */
export function outcomeOfResource(mealLog: MealLogResource): MealLogOutcome | undefined {
  const { id, status, completed_at, failure } = mealLog;
  if (status === 'processing' || completed_at === null) return undefined;
  const metadata = { meal_log_id: id, occurred_at: completed_at };
  if (failure !== null) return { ...metadata, type: 'meal_log.failed', data: failure };
  const { items, totals, meal_type, needs_review, total_is_partial } = mealLog;
  const data = { items, totals, meal_type: meal_type ?? '', needs_review, total_is_partial };
  return { ...metadata, type: 'meal_log.completed', data };
}
