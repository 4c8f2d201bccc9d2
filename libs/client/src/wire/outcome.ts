import type { FeedFrame, OutcomeFrame } from '@mealwire/contracts/wire';
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

/** What all events of a feed have in common. */
export interface FeedMetadata {
  readonly meal_log_id: string;
  /** Of the meal log after it: for `ifMatch`; null: not known. */
  readonly version: number | null;
  /** RFC 3339 UTC. */
  readonly occurred_at: string;
}

/** The one terminal event of an analysis. */
export type MealLogOutcome =
  | (FeedMetadata & { readonly type: 'meal_log.completed'; readonly data: MealLogResult })
  | (FeedMetadata & { readonly type: 'meal_log.failed'; readonly data: MealLogFailure });

/** The frame with its data typed; ProtoJSON may leave a message field out, so those are filled in. */
export function outcomeOf(frame: OutcomeFrame): MealLogOutcome {
  const { type, data } = frame;
  const metadata = metadataOf(frame);
  if (type === 'meal_log.completed') return { ...metadata, type, data: resultOf(data) };
  const { reason = 'unknown', message = '' } = data as Partial<MealLogFailure>;
  return { ...metadata, type, data: { reason, message } };
}

/** The same from a meal log that was read over REST; undefined while it has no outcome. */
export function outcomeOfResource(mealLog: MealLogResource): MealLogOutcome | undefined {
  const { id, version, completed_at, failure } = mealLog;
  if (completed_at === null) return undefined;
  const metadata = { meal_log_id: id, version, occurred_at: completed_at };
  return failure === null
    ? { ...metadata, type: 'meal_log.completed', data: resultOf(mealLog) }
    : { ...metadata, type: 'meal_log.failed', data: failure };
}

/** An older gateway does not say the version. */
export function metadataOf({ meal_log_id, version = null, occurred_at }: FeedFrame): FeedMetadata {
  return { meal_log_id, version, occurred_at };
}

/** ProtoJSON may leave out what is empty. */
export function resultOf(data: object): MealLogResult {
  const { items, totals, meal_type, needs_review, total_is_partial } =
    data as Partial<MealLogResource>;
  return {
    items: items ?? [],
    totals: totals ?? null,
    meal_type: meal_type ?? '',
    needs_review: needs_review ?? false,
    total_is_partial: total_is_partial ?? false,
  };
}
