import type { Food } from '../food.js';
import { VOLUME_ML } from '../words/units.js';

// Solids heaped in a cup weigh about 0.6 g per ml; drinks are near water.
const SOLID_G_PER_ML = 0.6;
const DRINK_G_PER_ML = 1;

const MEASURED = ['cup', 'fl_oz', 'tbsp', 'tsp', 'pint'] as const;

/** Grams per millilitre from the food's own cup or spoon. */
export function densityOf(food: Food): number | undefined {
  const unit = MEASURED.find((name) => food.portions[name] !== undefined);
  if (unit !== undefined) return (food.portions[unit] ?? 0) / (VOLUME_ML[unit] ?? 1);
  return food.isDrink ? DRINK_G_PER_ML : undefined;
}

export function usualDensity(food: Food): number {
  return food.isDrink ? DRINK_G_PER_ML : SOLID_G_PER_ML;
}
