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

/** One food of a table. Figures are USDA's; names, aliases and portion words are the table's. */
export interface Food {
  readonly id: string;
  readonly name: string;
  /** Where the figures come from: `usda-fndds:<food code>` or `usda-sr:<NDB number>`. */
  readonly source: string;
  /** Words people use for it, singular or plural. */
  readonly aliases: readonly string[];
  readonly per100g: Nutrition;
  /** Grams of one portion by its unit; `small`, `medium` and `large` are sizes of one piece. */
  readonly portions: Readonly<Record<string, number>>;
  /** What a person eats who names no amount. */
  readonly usual: { readonly quantity: number; readonly unit: string };
  /** Ounces of it are fluid ounces, and milk added to it is a splash. */
  readonly isDrink?: true;
  /** Grams when it is only added to something: milk in a coffee, milk on cereal. */
  readonly asAddition?: { readonly toDrinkG: number; readonly toFoodG: number };
  /** Extends the everyday table: it answers only where it fits the words better. */
  readonly isImported?: true;
}
