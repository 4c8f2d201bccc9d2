import type { Nutrition } from '../food.js';

export const NO_NUTRITION: Nutrition = {
  calories: 0,
  proteinG: 0,
  carbsG: 0,
  fatG: 0,
  fiberG: 0,
  sugarG: 0,
  sodiumMg: 0,
};

/** The nutrition of so many grams of a food, each figure to one decimal. */
export function nutritionOf(per100g: Nutrition, grams: number): Nutrition {
  return mapFigures((figure) => round1((per100g[figure] * grams) / 100));
}

/** Sums rounded figures, so that a person who adds up the items gets the same total. */
export function sum(parts: readonly Nutrition[]): Nutrition {
  return mapFigures((figure) => round1(parts.reduce((total, part) => total + part[figure], 0)));
}

export function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

function mapFigures(value: (figure: keyof Nutrition) => number): Nutrition {
  return {
    calories: value('calories'),
    proteinG: value('proteinG'),
    carbsG: value('carbsG'),
    fatG: value('fatG'),
    fiberG: value('fiberG'),
    sugarG: value('sugarG'),
    sodiumMg: value('sodiumMg'),
  };
}

export function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
