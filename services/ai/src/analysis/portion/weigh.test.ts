import { describe, expect, it } from 'vitest';
import type { Amount } from './amount.js';
import { type Food, per100g } from './food.js';
import { weigh } from './portion.js';

const FIGURES = per100g(100, 1, 1, 1, 1, 1, 1);
const apple: Food = {
  id: 'apple',
  name: 'Apple',
  source: 'test',
  aliases: ['apple'],
  per100g: FIGURES,
  portions: { piece: 200, small: 165, cup: 125 },
  usual: { quantity: 1, unit: 'piece' },
};
const milk: Food = {
  ...apple,
  id: 'milk',
  portions: { cup: 244 },
  usual: { quantity: 1, unit: 'cup' },
  isDrink: true,
  asAddition: { toDrinkG: 20, toFoodG: 122 },
};

function amount(given: Partial<Amount>): Amount {
  return {
    quantity: undefined,
    unit: undefined,
    size: undefined,
    about: false,
    rest: [],
    ...given,
  };
}

describe('weigh', () => {
  it.each([
    ['stated_mass', apple, { quantity: 2, unit: 'oz' }, 56.7],
    ['stated_volume', milk, { quantity: 500, unit: 'ml' }, 515.7],
    ['stated_volume', milk, { quantity: 8, unit: 'oz' }, 244],
    ['household_unit', apple, { quantity: 2, unit: 'cup' }, 250],
    ['piece', apple, { quantity: 0.5 }, 100],
    ['piece', apple, { quantity: 1, size: 'small' }, 165],
    ['piece', apple, { size: 'large' }, 250],
    ['generic_unit', milk, { quantity: 1, unit: 'glass' }, 247.5],
    ['generic_unit', apple, { quantity: 1, unit: 'handful' }, 30],
    ['default', apple, {}, 200],
    ['default', milk, { quantity: 2 }, 488],
  ] as const)('given the rule %s, then the grams follow', (source, food, given, grams) => {
    const portion = weigh(food, amount(given), undefined);
    expect(portion.source).toBe(source);
    expect(portion.grams).toBeCloseTo(grams, 0);
  });

  it('given milk in a coffee or on cereal, then it is not a whole cup', () => {
    expect(weigh(milk, amount({}), 'drink')).toMatchObject({ grams: 20, source: 'accompaniment' });
    expect(weigh(milk, amount({}), 'food')).toMatchObject({ grams: 122 });
  });
});
