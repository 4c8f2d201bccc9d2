import { describe, expect, it } from 'vitest';
import { buildLexicon } from '../lexicon.js';
import { isMass } from '../units.js';
import { FOODS } from './index.js';

describe('the food table', () => {
  it('has about two hundred foods with ids of their own', () => {
    const ids = FOODS.map((food) => food.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(150);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/u.test(id))).toEqual([]);
  });

  it('gives no alias to two foods', () => {
    expect(() => buildLexicon(FOODS)).not.toThrow();
  });

  it('refuses an alias that two foods claim', () => {
    const [first, second] = FOODS;
    const aliases = first?.aliases ?? [];
    const thief = second === undefined ? [] : [{ ...second, aliases }];
    expect(() => buildLexicon([...FOODS, ...thief])).toThrow(/belongs to both/u);
  });

  it.each(FOODS.map((food) => [food.id, food] as const))('%s is sound', (_, food) => {
    const { calories, proteinG, carbsG, fatG, fiberG, sugarG, sodiumMg } = food.per100g;
    expect(food.source).toMatch(/^usda-(?:fndds:\d{8}|sr:\d{5})$/u);
    for (const figure of [calories, proteinG, carbsG, fatG, fiberG, sugarG, sodiumMg]) {
      expect(figure).toBeGreaterThanOrEqual(0);
    }
    expect(proteinG + carbsG + fatG).toBeLessThanOrEqual(101);
    expect(sugarG).toBeLessThanOrEqual(carbsG + 1);
    for (const grams of Object.values(food.portions)) expect(grams).toBeGreaterThan(0);
    const { unit } = food.usual;
    expect(isMass(unit) || unit === 'tsp' || food.portions[unit] !== undefined).toBe(true);
  });

  it.each(
    FOODS.filter((food) => !/wine|beer|vodka/u.test(food.id)).map(
      (food) => [food.id, food] as const,
    ),
  )('%s has the energy of its parts', (_, { per100g }) => {
    // Atwater: 4 kcal per gram of protein and carbohydrate, 9 of fat; alcohol is left out above.
    const energy = 4 * per100g.proteinG + 4 * per100g.carbsG + 9 * per100g.fatG;
    expect(Math.abs(per100g.calories - energy)).toBeLessThan(15 + 0.15 * energy);
  });
});
