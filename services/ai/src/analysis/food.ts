import type { HouseholdUnit, Unit, VolumeUnit } from './units.js';

/** Nutrition of some amount of food: kcal, grams, and milligrams for sodium. */
export interface Nutrition {
  readonly calories: number;
  readonly proteinG: number;
  readonly carbsG: number;
  readonly fatG: number;
  readonly fiberG: number;
  readonly sugarG: number;
  readonly sodiumMg: number;
}

/** What a portion can be named by: a household unit, a volume, or a size of one piece. */
export type PortionName = HouseholdUnit | VolumeUnit | 'small' | 'large';

/** One everyday food. Names, aliases and portions are ours, figures are USDA's. */
export interface Food {
  readonly id: string;
  readonly name: string;
  /** Where the figures come from: `usda-fndds:<food code>` or `usda-sr:<NDB number>`. */
  readonly source: string;
  /** Words people use for it, singular or plural. */
  readonly aliases: readonly string[];
  readonly per100g: Nutrition;
  /** Grams of one portion: USDA's where the record has it, otherwise 1 bowl = 1.5 cups. */
  readonly portions: Readonly<Partial<Record<PortionName, number>>>;
  /** What a person eats who names no amount. */
  readonly usual: { readonly quantity: number; readonly unit: Unit };
  /** Ounces of it are fluid ounces, and milk added to it is a splash. */
  readonly isDrink?: true;
  /** Grams when it is only added to something: milk in a coffee, milk on cereal. */
  readonly asAddition?: { readonly toDrinkG: number; readonly toFoodG: number };
}

/** A row of figures per 100 g in the column order of the food tables. */
export function per100g(
  calories: number,
  proteinG: number,
  carbsG: number,
  fatG: number,
  fiberG: number,
  sugarG: number,
  sodiumMg: number,
): Nutrition {
  return { calories, proteinG, carbsG, fatG, fiberG, sugarG, sodiumMg };
}
