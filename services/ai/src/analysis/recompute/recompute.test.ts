import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysedItem } from '../analyser.js';
import { analyseMeal } from '../embedded-analyser.js';
import { readBuiltInTable } from '../table/read-table.js';
import type { ItemFacts } from './change-item.js';
import { type ChangedMeal, type MealChange, recompute } from './recompute.js';

const table = readBuiltInTable();

function itemsOf(text: string): readonly AnalysedItem[] {
  const analysis = analyseMeal({ text }, table);
  if (analysis.outcome === 'failed') throw new Error(analysis.reason);
  return analysis.items;
}

const items = itemsOf('150 g salmon, 2 eggs and grumbleberry');
const meal = { items, totalIsPartial: true };

function changed(...changes: readonly MealChange[]): ChangedMeal {
  const result = recompute(meal, changes, table);
  if (result.outcome === 'refused') throw new Error(result.reason);
  return result;
}

const change = (at: number, facts: ItemFacts): MealChange => ({ kind: 'change', at, facts });

describe('changing an item', () => {
  it.each([
    [{ grams: 300 }, 300, 'g'],
    [{ quantity: 2, unit: 'ounces' }, 56.7, 'oz'],
    [{ foodId: 'tuna' }, 150, 'g'],
    [{ foodId: 'tuna', grams: 50 }, 50, 'g'],
  ])('given %j for weighed salmon, then %s g', (facts, grams, unit) => {
    const { items: after } = changed(change(0, facts));
    expect(after[0]).toMatchObject({ grams, unit, needsReview: false });
    expect(after.slice(1)).toEqual(items.slice(1));
  });

  it('given another number of eggs, then their grams and the totals follow', () => {
    const { items: after, totals, totalIsPartial } = changed(change(1, { quantity: 3 }));
    expect(after[1]?.grams).toBe(150);
    expect(totals.calories).toBeCloseTo((after[0]?.calories ?? 0) + (after[1]?.calories ?? 0), 1);
    expect(totalIsPartial).toBe(true);
  });

  it('given the food of an unknown item, then the total is whole again', () => {
    const after = changed(change(2, { foodId: 'blueberry' }));
    expect(after).toMatchObject({ totalIsPartial: false, needsReview: false });
  });

  it('given an alternative, then the old food can be chosen again', () => {
    const { items: after } = changed(change(1, { foodId: 'egg-fried' }));
    expect(after[1]?.alternatives[0]).toMatchObject({ foodId: items[1]?.foodId });
  });
});

describe('removing and adding', () => {
  it('given an item that was not eaten, then it is gone from items and totals', () => {
    const after = changed({ kind: 'remove', at: 2 });
    expect(after.items).toEqual(items.slice(0, 2));
    expect(after.totalIsPartial).toBe(false);
  });

  it('given words for what else was eaten, then it comes last', () => {
    const after = changed({ kind: 'add', text: 'a glass of milk and an apple' });
    expect(after.items.slice(0, 3)).toEqual(items);
    expect(after.items.slice(3).map(({ name }) => name)).toEqual([
      expect.stringMatching(/milk/i),
      expect.stringMatching(/apple/i),
    ]);
  });

  it('counts items as they were before, whatever else is changed', () => {
    const after = changed(
      { kind: 'remove', at: 0 },
      { kind: 'add', text: 'a banana' },
      change(1, { quantity: 1 }),
    );
    expect(after.items.map(({ grams }) => grams)).toEqual([50, 0, expect.any(Number)]);
  });

  it('keeps in mind that a part of the text was not read', () => {
    const cut = { items: items.slice(0, 1), totalIsPartial: true };
    const after = recompute(cut, [change(0, { grams: 100 })], table);
    expect(after).toMatchObject({ totalIsPartial: true });
  });

  it('makes a meal of one that had no items', () => {
    const none = { items: [], totalIsPartial: false };
    const after = recompute(none, [{ kind: 'add', text: 'an egg' }], table);
    expect(after).toMatchObject({ outcome: 'changed', items: [{ grams: 50 }] });
  });
});

describe('what cannot be', () => {
  it.each<[MealChange, string, string]>([
    [change(9, { grams: 10 }), 'index', 'no_such_item'],
    [{ kind: 'remove', at: -1 }, 'index', 'no_such_item'],
    [change(0, {}), '', 'nothing_to_change'],
    [change(0, { foodId: 'no-such-food' }), 'food_id', 'unknown_food'],
    [change(2, { grams: 10 }), 'food_id', 'unknown_food'],
    [change(0, { unit: 'heaps' }), 'unit', 'unknown_unit'],
    [change(0, { grams: 1e9 }), 'grams', 'implausible_quantity'],
    [change(0, { grams: -1 }), 'grams', 'implausible_quantity'],
    [change(0, { grams: Number.NaN }), 'grams', 'implausible_quantity'],
    [change(0, { quantity: 0 }), 'quantity', 'implausible_quantity'],
    [{ kind: 'add', text: 'a rusty nail' }, 'text', 'no_food_detected'],
    [{ kind: 'add', text: ' ' }, 'text', 'empty_meal'],
  ])('given %j, then %s is refused: %s', (wrong, field, reason) => {
    const changes = [change(1, { quantity: 1 }), wrong];
    expect(recompute(meal, changes, table)).toEqual({
      outcome: 'refused',
      change: 1,
      field,
      reason,
    });
  });

  it('a meal without items is one to delete', () => {
    const all = items.map((_, at): MealChange => ({ kind: 'remove', at }));
    expect(recompute(meal, all, table)).toMatchObject({ reason: 'no_items_left' });
  });

  it('more items than a meal has', () => {
    const many = Array.from({ length: 30 }, (): MealChange => ({ kind: 'add', text: 'an egg' }));
    expect(recompute(meal, many, table)).toMatchObject({ reason: 'too_many_items' });
  });
});

it('never throws, and its totals are the sum of its items', () => {
  const at = fc.integer({ min: -1, max: 3 });
  const facts = fc.record(
    {
      foodId: fc.constantFrom(...table.foods.slice(0, 50).map(({ id }) => id), ''),
      grams: fc.double(),
      quantity: fc.double(),
      unit: fc.oneof(fc.string(), fc.constantFrom('g', 'cup', 'slice', 'large', 'piece')),
    },
    { requiredKeys: [] },
  );
  const anyChange = fc.oneof(
    fc.record({ kind: fc.constant('change' as const), at, facts }),
    fc.record({ kind: fc.constant('remove' as const), at }),
    fc.record({
      kind: fc.constant('add' as const),
      text: fc.oneof(fc.string(), fc.constantFrom('an egg', 'two apples and a coffee')),
    }),
  );
  fc.assert(
    fc.property(fc.array(anyChange, { minLength: 1, maxLength: 4 }), (changes) => {
      const after = recompute(meal, changes as readonly MealChange[], table);
      if (after.outcome === 'refused') {
        expect(after.change).toBeLessThan(changes.length);
        return;
      }
      const calories = after.items.reduce((total, item) => total + item.calories, 0);
      expect(after.totals.calories).toBeCloseTo(calories, 1);
      expect(after.items.every(({ grams }) => Number.isFinite(grams) && grams >= 0)).toBe(true);
    }),
  );
});
