import type { AnalysedItem, Analysis, AnalysisRequest } from '../analyser.js';
import { wordsOf } from '../match/lexicon.js';
import type { FoodTable } from '../table/food-table.js';
import { isOnlyEnglish } from '../words/plain-english.js';
import { failed } from './failure.js';
import { isPlausibleMeal, MAX_ITEMS } from './guards.js';
import { type Assembled, itemOf } from './item-of.js';
import type { Mention } from './mention.js';
import { sum } from './nutrition.js';

/** What else is known about the meal. */
export interface MealFacts {
  /** A part of the text was not read. */
  readonly isCut?: boolean;
  /** The text says that something was eaten: `had a bowl of ...`. */
  readonly tellsEating?: boolean;
  /** What the text calls the meal; the request's own word wins. */
  readonly mealType?: string;
}

/**
 * The second half of every analysis: foods and amounts as they were said → items, totals and
 * outcome. Pure, and the same guards whoever read the text. Mentions that name no food of the
 * table stay in the list without nutrition; where there is nothing else, only if the text tells of eating.
 */
export function analyseMentions(
  mentions: readonly Mention[],
  request: AnalysisRequest,
  table: FoodTable,
  facts: MealFacts = {},
): Analysis {
  const made = mentions.map((mention) => itemOf(mention, table));
  const parts = made.filter(
    (part, at): part is Assembled =>
      part !== 'not_eaten' && !(part.kind === 'unknown' && isFamiliar(mentions[at], table)),
  );
  if (parts.some(({ kind }) => kind === 'absurd')) return failed('implausible_quantity');
  if (!parts.some((part) => part.kind === 'counted')) {
    if (parts.some((part) => part.kind === 'implausible')) return failed('implausible_quantity');
    const isEaten = facts.tellsEating === true && parts.length > 0;
    const nothing = parts.length === 0 && made.includes('not_eaten');
    if (!isEaten) return failed(nothing ? 'empty_meal' : 'no_food_detected');
  }
  const kept = parts.slice(0, MAX_ITEMS);
  const items: readonly AnalysedItem[] = kept.map((part) => part.item);
  const totals = sum(items);
  if (!isPlausibleMeal(totals)) return failed('implausible_quantity');
  const isCut = facts.isCut === true || parts.length > MAX_ITEMS;
  return {
    outcome: 'completed',
    items,
    totals,
    mealType: request.mealType || facts.mealType || '',
    needsReview: isCut || items.some((item) => item.needsReview),
    totalIsPartial: isCut || kept.some((part) => part.kind !== 'counted'),
  };
}

/** Words that names of foods have, in no order that names one: `queen`, `way`, `new place`. */
function isFamiliar(mention: Mention | undefined, { lexicon }: FoodTable): boolean {
  if (mention?.isWeak !== true) return false;
  return wordsOf(mention.phrase).every(
    (word) => lexicon.byWord.has(word) || isOnlyEnglish(word) || /^.{4,}ed$/u.test(word),
  );
}
