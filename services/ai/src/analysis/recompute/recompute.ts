import type { AnalysedItem, NutritionTotals } from '../analyser.js';
import type { Food } from '../food.js';
import { judgeItem } from '../item/guards.js';
import { foodFields } from '../item/item-of.js';
import { nutritionOf, round1, round2, sum } from '../item/nutrition.js';
import { type Portion, weigh } from '../portion/weigh.js';
import type { FoodTable } from '../table/food-table.js';
import { isMass, isMeasure, unitNamed } from '../words/units.js';

/** What a person puts right about one item; what is not named stays as it is. */
export interface ItemChange {
  /** Another food of the table, for example one of the alternatives. */
  readonly foodId?: string | undefined;
  /** Wins over quantity and unit. */
  readonly grams?: number | undefined;
  readonly quantity?: number | undefined;
  /** In any spelling. */
  readonly unit?: string | undefined;
}

export type ItemProblem =
  | 'no_such_item'
  | 'unknown_food'
  | 'unknown_unit'
  | 'implausible_quantity'
  | 'nothing_to_change';

/** The meal after a change, or why there is none. */
export type Recomputed =
  | {
      readonly outcome: 'changed';
      readonly item: AnalysedItem;
      readonly items: readonly AnalysedItem[];
      readonly totals: NutritionTotals;
      readonly needsReview: boolean;
      readonly totalIsPartial: boolean;
    }
  | { readonly outcome: 'refused'; readonly reason: ItemProblem };

/**
 * Changes one item of a meal. Pure: the same items, change and table give the same meal. What a
 * person said is certain: the item needs no review any more.
 */
export function recompute(
  items: readonly AnalysedItem[],
  at: number,
  change: ItemChange,
  table: FoodTable,
): Recomputed {
  const item = items[at];
  if (item === undefined) return refused('no_such_item');
  if (Object.values(change).every((value) => value === undefined)) {
    return refused('nothing_to_change');
  }
  const food = table.byId.get(change.foodId ?? item.foodId);
  if (food === undefined) return refused('unknown_food');
  const portion = portionOf(item, change, food);
  if (portion === undefined) return refused('unknown_unit');
  const nutrition = nutritionOf(food.per100g, portion.grams);
  const verdict = judgeItem(portion.grams, nutrition.calories);
  const isAny = verdict !== 'implausible' && round1(portion.grams) > 0;
  if (!isAny) return refused('implausible_quantity');
  const changed: AnalysedItem = {
    ...item,
    ...foodFields(food),
    ...nutrition,
    quantity: round2(portion.quantity),
    unit: portion.unit,
    grams: round1(portion.grams),
    portionSource: portion.source,
    confidence: 1,
    needsReview: false,
    reviewReason: '',
    alternatives: alternativesOf(item, food),
    assumptions: portion.assumptions,
  };
  return mealOf(
    items.map((old, index) => (index === at ? changed : old)),
    changed,
  );
}

/** The items as they are with their sum: what the API shows after any change. */
function mealOf(items: readonly AnalysedItem[], item: AnalysedItem): Recomputed {
  const isMissing = (one: AnalysedItem): boolean => one.foodId === '' || one.grams === 0;
  return {
    outcome: 'changed',
    item,
    items,
    totals: sum(items),
    needsReview: items.some((one) => one.needsReview),
    totalIsPartial: items.some(isMissing),
  };
}

function portionOf(item: AnalysedItem, change: ItemChange, food: Food): Portion | undefined {
  if (change.grams !== undefined) return weigh(food, { quantity: change.grams, unit: 'g' });
  const isSame = change.quantity === undefined && change.unit === undefined;
  // Another food by the same amount: what was weighed stays so heavy, pieces are its own pieces.
  if (isSame && isMeasure(item.unit) && isMass(item.unit)) {
    return weigh(food, { quantity: item.quantity, unit: item.unit });
  }
  const named = change.unit === undefined ? item.unit : change.unit;
  const unit = unitNamed(named);
  if (unit === undefined) return undefined;
  const quantity = change.quantity ?? item.quantity;
  if (unit === 'small' || unit === 'medium' || unit === 'large') {
    return weigh(food, { quantity, size: unit });
  }
  const isOwn = food.portions[unit] !== undefined || isMeasure(unit);
  // A unit that only the old food had says nothing of the new one.
  if (isSame && !isOwn) return weigh(food, item.portionSource === 'default' ? {} : { quantity });
  return weigh(food, { quantity, unit });
}

/** What was taken before can be chosen again. */
function alternativesOf(item: AnalysedItem, food: Food): AnalysedItem['alternatives'] {
  const before = item.foodId === '' ? [] : [{ foodId: item.foodId, name: item.name }];
  const all = [...before, ...item.alternatives];
  return all.filter(({ foodId }) => foodId !== food.id).slice(0, 3);
}

function refused(reason: ItemProblem): Recomputed {
  return { outcome: 'refused', reason };
}
