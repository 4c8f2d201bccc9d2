import type { OutcomeFrame } from '@mealwire/contracts/wire';
import type { MealLogFailure, MealLogItem, Nutrition } from './meal-log.js';

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
  /** The event's id, the same in every repetition. */
  readonly id: string;
  readonly cursor: string;
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
  const { id, cursor, meal_log_id, occurred_at } = frame;
  const metadata = { id, cursor, meal_log_id, occurred_at };
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
