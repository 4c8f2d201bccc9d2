import { describe, expect, test } from 'vitest';
import { NO_REFERENCE } from '../reference.js';
import { contentWords, isSameFood } from './same-food.js';
import { BANANA, MILK, meantItem, saidItem } from './test-support.js';

const whole = meantItem(
  'Milk, whole',
  244,
  { kcal: 149, protein: 8, carbs: 11.3, fat: 7.8 },
  11111000,
);

describe('the same food', () => {
  test('is one with the same code, whatever its name', () => {
    const said = saidItem('Leche', 100, BANANA, { source: 'usda-fndds:11111000' });
    expect(isSameFood(said, whole, NO_REFERENCE)).toBe(true);
  });

  test('is one with a word in common and nearly the same figures', () => {
    expect(isSameFood(saidItem('Milk', 244, MILK), whole, NO_REFERENCE)).toBe(true);
  });

  test('compares figures per 100 g, not per portion', () => {
    const glass = saidItem('Milk', 122, { kcal: 63.5, protein: 4, carbs: 5.9, fat: 2.6 });
    expect(isSameFood(glass, whole, NO_REFERENCE)).toBe(true);
  });

  test('needs more than the same figures', () => {
    expect(isSameFood(saidItem('Oat drink', 244, MILK), whole, NO_REFERENCE)).toBe(false);
  });

  test('or is of the same FNDDS category, where a reference is there', () => {
    const reference = new Map([
      [11111000, { category: 'Milk', per100g: MILK }],
      [11115300, { category: 'Milk', per100g: MILK }],
    ]);
    const said = saidItem('Leche', 244, MILK, { source: 'usda-fndds:11115300' });
    expect(isSameFood(said, whole, reference)).toBe(true);
    expect(isSameFood(said, whole, NO_REFERENCE)).toBe(false);
  });

  test.each([
    ['energy', { kcal: 260, protein: 8, carbs: 11.3, fat: 7.8 }],
    ['a macronutrient', { kcal: 149, protein: 8, carbs: 30, fat: 7.8 }],
  ])('is not one that differs in %s', (_what, figures) => {
    expect(isSameFood(saidItem('Milk', 244, figures), whole, NO_REFERENCE)).toBe(false);
  });

  test('is never an item that the analyser does not know', () => {
    const said = saidItem('milk', 244, MILK, { foodId: '' });
    expect(isSameFood(said, whole, NO_REFERENCE)).toBe(false);
  });

  test('goes by the words alone where there are no figures', () => {
    const meant = meantItem('Milk, whole', 244, undefined);
    expect(isSameFood(saidItem('Milk', 244, BANANA), meant, NO_REFERENCE)).toBe(true);
  });
});

test('content words are singular and leave out how a food was made', () => {
  expect([...contentWords('Potatoes, boiled, NFS')]).toEqual(['potato']);
  expect([...contentWords('Cherries, raw')]).toEqual(['cherry']);
  expect([...contentWords('Radish and sandwiches')]).toEqual(['radish', 'sandwich']);
});
