import type { AnalysedItem, FailureReason, NutritionTotals } from '../analyser.js';
import { analyseMeal } from '../embedded-analyser.js';
import { isPlausibleMeal, MAX_ITEMS } from '../item/guards.js';
import { sum } from '../item/nutrition.js';
import type { FoodTable } from '../table/food-table.js';
import { changeItem, type ItemFacts, type ItemProblem, type ItemRefusal } from './change-item.js';

/** One change of a meal. `at` counts the items as they were before any of the changes. */
export type MealChange =
  | { readonly kind: 'change'; readonly at: number; readonly facts: ItemFacts }
  | { readonly kind: 'remove'; readonly at: number }
  /** In a person's own words; may be several foods. */
  | { readonly kind: 'add'; readonly text: string };

export type ChangeProblem =
  | ItemProblem
  | FailureReason
  | 'no_such_item'
  | 'too_many_items'
  | 'no_items_left';

/** What is known of the meal before the changes. */
export interface KnownMeal {
  readonly items: readonly AnalysedItem[];
  readonly totalIsPartial: boolean;
}

export interface ChangedMeal {
  readonly outcome: 'changed';
  readonly items: readonly AnalysedItem[];
  readonly totals: NutritionTotals;
  readonly needsReview: boolean;
  readonly totalIsPartial: boolean;
}

/** Which of the changes cannot be made, and what about it: a field as the API names it. */
export interface RefusedChange {
  readonly outcome: 'refused';
  readonly change: number;
  readonly field: ItemRefusal['field'] | 'index' | 'text' | 'op';
  readonly reason: ChangeProblem;
}

/**
 * The meal after the changes: all of them, or none. Pure: the same meal, changes and table give the
 * same meal. What is not named stays as it is; what is added is read by the embedded analyser, and
 * comes after the rest.
 */
export function recompute(
  meal: KnownMeal,
  changes: readonly MealChange[],
  table: FoodTable,
): ChangedMeal | RefusedChange {
  const kept: (AnalysedItem | undefined)[] = [...meal.items];
  const added: AnalysedItem[] = [];
  for (const [at, change] of changes.entries()) {
    const problem = applyChange(change, kept, added, table);
    if (problem !== undefined) return { outcome: 'refused', change: at, ...problem };
  }
  const items = [...kept.filter((item) => item !== undefined), ...added];
  const last = Math.max(0, changes.length - 1);
  const refuse = (reason: ChangeProblem): RefusedChange => ({
    outcome: 'refused',
    change: last,
    field: 'op',
    reason,
  });
  if (items.length === 0) return refuse('no_items_left');
  if (items.length > MAX_ITEMS) return refuse('too_many_items');
  const totals = sum(items);
  if (!isPlausibleMeal(totals)) return refuse('implausible_quantity');
  return {
    outcome: 'changed',
    items,
    totals,
    needsReview: items.some((item) => item.needsReview),
    totalIsPartial: items.some(isMissing) || lacksText(meal),
  };
}

type Problem = Pick<RefusedChange, 'field' | 'reason'>;

/** Changes `kept` and `added`; undefined: it could be done. */
function applyChange(
  change: MealChange,
  kept: (AnalysedItem | undefined)[],
  added: AnalysedItem[],
  table: FoodTable,
): Problem | undefined {
  if (change.kind === 'add') {
    const analysis = analyseMeal({ text: change.text }, table);
    if (analysis.outcome === 'failed') return { field: 'text', reason: analysis.reason };
    added.push(...analysis.items);
    return undefined;
  }
  const item = kept[change.at];
  if (item === undefined) return { field: 'index', reason: 'no_such_item' };
  if (change.kind === 'remove') {
    kept[change.at] = undefined;
    return undefined;
  }
  const changed = changeItem(item, change.facts, table);
  if (changed.outcome === 'refused') return { field: changed.field, reason: changed.reason };
  kept[change.at] = changed.item;
  return undefined;
}

function isMissing({ foodId, grams }: AnalysedItem): boolean {
  return foodId === '' || grams === 0;
}

/** Partial, and yet no item is missing: a part of the text was not read. */
function lacksText({ items, totalIsPartial }: KnownMeal): boolean {
  return totalIsPartial && !items.some(isMissing);
}
