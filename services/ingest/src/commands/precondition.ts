import type { LiveMealLog } from '../meal-log/domain/meal-log.js';
import { toResource } from '../meal-log/resource.js';
import { entityTag } from '../queries/entity-tag.js';

/** With what stands before it: a weak tag never matches here (RFC 9110 §13.1.1). */
const ENTITY_TAG = /(W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

/**
 * Whether the meal log is what the client has seen: `*`, the entity tag of a GET, or the version in
 * double quotes, alone or in a list. Pure.
 */
export function isUnchanged(ifMatch: string | undefined, mealLog: LiveMealLog): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true;
  const current = [tagOf(mealLog), `"${mealLog.version}"`];
  for (const [, weak, tag = ''] of ifMatch.matchAll(ENTITY_TAG)) {
    if (weak === undefined && current.includes(tag)) return true;
  }
  return false;
}

export function tagOf(mealLog: LiveMealLog): string {
  return entityTag(JSON.stringify(toResource(mealLog)));
}
