import type { AnalysedItem } from '../analyser.js';
import type { Food } from '../food.js';
import { judgeItem } from '../item/guards.js';
import { foodFields } from '../item/item-of.js';
import { nutritionOf, round1, round2 } from '../item/nutrition.js';
import { type Portion, weigh } from '../portion/weigh.js';
import type { FoodTable } from '../table/food-table.js';
import { isMass, isMeasure, unitNamed } from '../words/units.js';

/** What a person puts right about one item; what is not named stays as it is. */
export interface ItemFacts {
  /** Another food of the table, for example one of the alternatives. */
  readonly foodId?: string | undefined;
  /** Wins over quantity and unit. */
  readonly grams?: number | undefined;
  readonly quantity?: number | undefined;
  /** In any spelling. */
  readonly unit?: string | undefined;
}

export type ItemProblem =
  | 'unknown_food'
  | 'unknown_unit'
  | 'implausible_quantity'
  | 'nothing_to_change';

/** Which of the facts cannot be. */
export interface ItemRefusal {
  readonly outcome: 'refused';
  readonly reason: ItemProblem;
  readonly field: 'food_id' | 'grams' | 'quantity' | 'unit' | '';
}

/**
 * The item with these facts. Pure: the same item, facts and table give the same item. What a person
 * said is certain: it needs no review any more.
 */
export function changeItem(
  item: AnalysedItem,
  facts: ItemFacts,
  table: FoodTable,
): { readonly outcome: 'changed'; readonly item: AnalysedItem } | ItemRefusal {
  if (Object.values(facts).every((value) => value === undefined)) {
    return refused('nothing_to_change', '');
  }
  const food = table.byId.get(facts.foodId ?? item.foodId);
  if (food === undefined) return refused('unknown_food', 'food_id');
  const portion = portionOf(item, facts, food);
  if (portion === undefined) return refused('unknown_unit', 'unit');
  const nutrition = nutritionOf(food.per100g, portion.grams);
  const verdict = judgeItem(portion.grams, nutrition.calories);
  const isAny = verdict !== 'implausible' && round1(portion.grams) > 0;
  if (!isAny) return refused('implausible_quantity', amountField(facts));
  return {
    outcome: 'changed',
    item: {
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
    },
  };
}

function portionOf(item: AnalysedItem, facts: ItemFacts, food: Food): Portion | undefined {
  if (facts.grams !== undefined) return weigh(food, { quantity: facts.grams, unit: 'g' });
  const isSame = facts.quantity === undefined && facts.unit === undefined;
  // Another food by the same amount: what was weighed stays so heavy, pieces are its own pieces.
  if (isSame && isMeasure(item.unit) && isMass(item.unit)) {
    return weigh(food, { quantity: item.quantity, unit: item.unit });
  }
  const named = facts.unit === undefined ? item.unit : facts.unit;
  const unit = unitNamed(named);
  if (unit === undefined) return undefined;
  const quantity = facts.quantity ?? item.quantity;
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

function amountField({ grams, quantity, unit }: ItemFacts): ItemRefusal['field'] {
  if (grams !== undefined) return 'grams';
  if (quantity !== undefined) return 'quantity';
  return unit === undefined ? 'food_id' : 'unit';
}

function refused(reason: ItemProblem, field: ItemRefusal['field']): ItemRefusal {
  return { outcome: 'refused', reason, field };
}
