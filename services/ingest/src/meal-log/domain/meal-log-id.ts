import { MAX_ID_BYTES } from '@mealwire/contracts';

/** Visible ASCII, and not a step in a path. */
const MEAL_LOG_ID = /^(?!\.{1,2}$)[\x21-\x7e]+$/;

/** What may name a meal log: the ids that phones choose and the ones we make. */
export function isMealLogId(id: string): boolean {
  return id.length <= MAX_ID_BYTES && MEAL_LOG_ID.test(id);
}
