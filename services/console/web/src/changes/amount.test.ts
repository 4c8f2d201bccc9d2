import type { MealLogItem } from '@mealwire/client';
import { expect, test } from 'vitest';
import { amountChange, draftOf, unitsFor } from './amount.js';

function item(fields: Partial<MealLogItem>): MealLogItem {
  return { quantity: 2, unit: 'slice', grams: 64, ...fields } as MealLogItem;
}

test.each([
  ['the same', { amount: '2', unit: 'slice' }, null],
  ['nothing', { amount: ' ', unit: 'slice' }, null],
  ['no number', { amount: 'two', unit: 'slice' }, null],
  ['less than nothing', { amount: '-1', unit: 'slice' }, null],
  ['another amount', { amount: '3', unit: 'slice' }, { quantity: 3, unit: 'slice' }],
  ['a decimal comma', { amount: '1,5', unit: 'slice' }, { quantity: 1.5, unit: 'slice' }],
  ['another unit', { amount: '2', unit: 'cup' }, { quantity: 2, unit: 'cup' }],
  ['a weight', { amount: '80', unit: 'g' }, { grams: 80 }],
])('%s in the fields', (_, draft, change) => {
  const expected = change === null ? null : { op: 'change', index: 1, ...change };
  expect(amountChange(item({}), 1, draft)).toEqual(expected);
});

test('the fields begin with what the item has, and its own unit comes first, once', () => {
  expect(draftOf(item({}))).toEqual({ amount: '2', unit: 'slice' });
  expect(draftOf(item({ quantity: 0, unit: '', grams: 64 }))).toEqual({ amount: '64', unit: 'g' });
  expect(unitsFor(item({})).slice(0, 2)).toEqual(['slice', 'g']);
  expect(unitsFor(item({})).filter((unit) => unit === 'slice')).toHaveLength(1);
});
