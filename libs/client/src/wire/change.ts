import type { FeedFrame } from '@mealwire/contracts/wire';
import { type FeedMetadata, type MealLogResult, metadataOf, resultOf } from './outcome.js';

/** What the user did to a meal log, on whichever device. */
export type MealLogChange =
  /** It is analysed again; an outcome follows. */
  | (FeedMetadata & { readonly type: 'meal_log.retried' })
  /** `data` is the whole new result; a failed meal may have one now. */
  | (FeedMetadata & { readonly type: 'meal_log.corrected'; readonly data: MealLogResult })
  /** It is gone, and so is an outcome that was still to come. */
  | (FeedMetadata & { readonly type: 'meal_log.deleted' });

/** The frame with its data typed; an outcome is another thing. */
export function changeOf(frame: FeedFrame): MealLogChange {
  const { type, data } = frame;
  const metadata = metadataOf(frame);
  return type === 'meal_log.corrected'
    ? { ...metadata, type, data: resultOf(data) }
    : { ...metadata, type: type as 'meal_log.retried' | 'meal_log.deleted' };
}
