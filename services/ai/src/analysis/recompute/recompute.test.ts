import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysedItem } from '../analyser.js';
import { analyseMeal } from '../embedded-analyser.js';
import { readBuiltInTable } from '../table/read-table.js';
import { type ItemChange, recompute } from './recompute.js';

const table = readBuiltInTable();

function itemsOf(text: string): readonly AnalysedItem[] {
  const analysis = analyseMeal({ text }, table);
  if (analysis.outcome === 'failed') throw new Error(analysis.reason);
  return analysis.items;
}

describe('recompute', () => {
  const items = itemsOf('150 g salmon, 2 eggs and grumbleberry');

  it.each([
    [{ grams: 300 }, 300, 'g'],
    [{ quantity: 2, unit: 'ounces' }, 56.7, 'oz'],
    [{ foodId: 'tuna' }, 150, 'g'],
    [{ foodId: 'tuna', grams: 50 }, 50, 'g'],
  ])('given %j for weighed salmon, then %s g', (change, grams, unit) => {
    const meal = recompute(items, 0, change, table);
    expect(meal).toMatchObject({ outcome: 'changed', item: { grams, unit, needsReview: false } });
  });

  it('given another number of eggs, then their grams and the totals follow', () => {
    const meal = recompute(items, 1, { quantity: 3 }, table);
    if (meal.outcome === 'refused') throw new Error(meal.reason);
    expect(meal.item.grams).toBe(150);
    expect(meal.totals.calories).toBeCloseTo((items[0]?.calories ?? 0) + meal.item.calories, 1);
    expect(meal.totalIsPartial).toBe(true);
  });

  it('given the food of an unknown item, then the total is whole again', () => {
    const meal = recompute(items, 2, { foodId: 'blueberry' }, table);
    expect(meal).toMatchObject({ outcome: 'changed', totalIsPartial: false, needsReview: false });
  });

  it('given an alternative, then the old food can be chosen again', () => {
    const meal = recompute(items, 1, { foodId: 'egg-fried' }, table);
    if (meal.outcome === 'refused') throw new Error(meal.reason);
    expect(meal.item.alternatives[0]).toMatchObject({ foodId: items[1]?.foodId });
  });

  it.each([
    [9, { grams: 10 }, 'no_such_item'],
    [0, {}, 'nothing_to_change'],
    [0, { foodId: 'no-such-food' }, 'unknown_food'],
    [2, { grams: 10 }, 'unknown_food'],
    [0, { unit: 'heaps' }, 'unknown_unit'],
    [0, { grams: 1e9 }, 'implausible_quantity'],
    [0, { grams: -1 }, 'implausible_quantity'],
    [0, { grams: Number.NaN }, 'implausible_quantity'],
    [0, { quantity: 0 }, 'implausible_quantity'],
  ])('given item %s and %j, then it is refused: %s', (at, change, reason) => {
    expect(recompute(items, at, change, table)).toEqual({ outcome: 'refused', reason });
  });

  it('never throws, and its totals are the sum of its items', () => {
    const change = fc.record(
      {
        foodId: fc.constantFrom(...table.foods.slice(0, 50).map(({ id }) => id), ''),
        grams: fc.double(),
        quantity: fc.double(),
        unit: fc.oneof(fc.string(), fc.constantFrom('g', 'cup', 'slice', 'large', 'piece')),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 3 }), change, (at, given) => {
        const meal = recompute(items, at, given as ItemChange, table);
        if (meal.outcome === 'refused') return;
        const calories = meal.items.reduce((total, item) => total + item.calories, 0);
        expect(meal.totals.calories).toBeCloseTo(calories, 1);
        expect(Number.isFinite(meal.item.grams) && meal.item.grams > 0).toBe(true);
      }),
    );
  });
});
