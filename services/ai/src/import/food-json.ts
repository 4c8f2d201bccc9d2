import type { Food } from '../analysis/index.js';

/** A food as a line of a table file. */
export function foodJson(food: Food): Readonly<Record<string, unknown>> {
  const { per100g, asAddition } = food;
  return {
    id: food.id,
    name: food.name,
    source: food.source,
    aliases: food.aliases,
    per_100g: {
      kcal: per100g.calories,
      protein_g: per100g.proteinG,
      carbs_g: per100g.carbsG,
      fat_g: per100g.fatG,
      fiber_g: per100g.fiberG,
      sugar_g: per100g.sugarG,
      sodium_mg: per100g.sodiumMg,
    },
    portions: food.portions,
    usual: food.usual,
    ...(food.isDrink ? { drink: true } : {}),
    ...(asAddition === undefined
      ? {}
      : { added: { to_drink_g: asAddition.toDrinkG, to_food_g: asAddition.toFoodG } }),
    ...(food.isImported ? { imported: true } : {}),
  };
}
