import { describe, expect, it } from 'vitest';
import type { Food } from '../food.js';
import { type Amount, weigh } from './weigh.js';

const FIGURES = {
  calories: 100,
  proteinG: 1,
  carbsG: 1,
  fatG: 1,
  fiberG: 1,
  sugarG: 1,
  sodiumMg: 1,
};
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

describe('weigh', () => {
  it.each([
    ['stated_mass', apple, { quantity: 2, unit: 'oz' }, 56.7],
    ['stated_volume', milk, { quantity: 500, unit: 'ml' }, 515.7],
    ['stated_volume', milk, { quantity: 8, unit: 'oz' }, 244],
    ['household_unit', apple, { quantity: 2, unit: 'cup' }, 250],
    ['piece', apple, { quantity: 0.5 }, 100],
    ['piece', apple, { quantity: 1, size: 'small' }, 165],
    ['piece', apple, { size: 'large' }, 260],
    ['generic_unit', milk, { quantity: 1, unit: 'glass' }, 247.5],
    ['generic_unit', apple, { quantity: 1, unit: 'handful' }, 30],
    ['default', apple, {}, 200],
    ['household_unit', milk, { quantity: 2 }, 488],
  ] as const)('given the rule %s, then the grams follow', (source, food, given, grams) => {
    const portion = weigh(food, given as Amount);
    expect(portion.source).toBe(source);
    expect(portion.grams).toBeCloseTo(grams, 0);
  });

  it('given a small bag, then it is the bag of a single serving', () => {
    const crisps = {
      ...apple,
      portions: { bag: 28 },
      usual: { quantity: 1, unit: 'bag' } as const,
    };
    const small = { quantity: 1, unit: 'packet', size: 'small' } as const;
    expect(weigh({ ...crisps, portions: { bag: 28, packet: 28 } }, small).grams).toBe(28);
    expect(weigh(crisps, { quantity: 1, unit: 'scrape' }).grams).toBe(5);
  });

  it('given a medium drink that states no sizes, then it is one that is sold', () => {
    expect(weigh(milk, { size: 'medium' }).grams).toBe(366);
    expect(weigh(milk, { quantity: 1, unit: 'pinch' }).grams).toBe(15);
  });

  it('given milk in a coffee or on cereal, then it is not a whole cup', () => {
    expect(weigh(milk, { addedTo: 'drink' })).toMatchObject({ grams: 20, source: 'accompaniment' });
    expect(weigh(milk, { addedTo: 'food' })).toMatchObject({ grams: 122 });
  });

  it('given a plural without a number, then two small pieces are meant and one large', () => {
    const egg = { ...apple, portions: { piece: 50 } };
    expect(weigh(egg, { isPlural: true })).toMatchObject({ quantity: 2, grams: 100 });
    expect(weigh(apple, { isPlural: true })).toMatchObject({ quantity: 1, grams: 200 });
  });

  it('given what is eaten in slices, then a share and one mean the whole', () => {
    const portions = { slice: 100, small: 400, medium: 700, large: 1000 };
    const pizza: Food = { ...apple, portions, usual: { quantity: 2, unit: 'slice' } };
    expect(weigh(pizza, { quantity: 0.5 }).grams).toBe(350);
    expect(weigh(pizza, { quantity: 3 }).grams).toBe(300);
    expect(weigh(pizza, { quantity: 1, inches: 10 }).grams).toBe(400);
    expect(weigh(pizza, {}).grams).toBe(200);
    // Where no size is said, the slice is one of a large pizza.
    expect(weigh(pizza, { quantity: 2, unit: 'slice', size: 'large' }).grams).toBe(200);
    expect(weigh(pizza, { quantity: 2, unit: 'slice', size: 'medium' }).grams).toBe(150);
  });

  it('given a drink, then a number counts what people drink at once', () => {
    const coffee: Food = { ...milk, portions: { cup: 240, medium: 480 } };
    expect(weigh(coffee, { quantity: 2 }).grams).toBe(480);
    expect(weigh(coffee, { quantity: 1, size: 'medium' }).grams).toBe(480);
  });

  it('given a unit that the food does not state, then its nearest stands in', () => {
    const bread: Food = {
      ...apple,
      portions: { slice: 28 },
      usual: { quantity: 1, unit: 'slice' },
    };
    expect(weigh(bread, { quantity: 2, unit: 'piece' }).grams).toBe(56);
    expect(weigh(bread, { quantity: 1, unit: 'bowl' }).source).toBe('generic_unit');
  });
});
