import type { Food, Nutrition } from '../food.js';

/** Later items are dropped and the total is marked partial. */
export const MAX_ITEMS = 30;

// Nobody eats this much of one food in one meal; beyond it the text is wrong or a joke.
const MAX_ITEM_G = 6000;
const MAX_COUNTED_G = 4000;
const MAX_ITEM_KCAL = 6000;
const MAX_MEAL_KCAL = 20_000;
// Possible, but more often a slip: worth a look.
const LARGE_ITEM_G = 2500;
const LARGE_ITEM_KCAL = 2500;

// More than a person weighs: not one item is wrong but the whole text is a joke.
const ABSURD_ITEM_G = 150_000;

export type AmountVerdict = 'plausible' | 'large' | 'implausible' | 'none';

/** Judges one item by its signed grams and energy in kcal; by pieces people eat less than they drink. */
export function judgeItem(grams: number, calories: number, isCounted = false): AmountVerdict {
  if (grams === 0) return 'none';
  const most = isCounted ? MAX_COUNTED_G : MAX_ITEM_G;
  if (!(grams > 0 && grams <= most && calories <= MAX_ITEM_KCAL)) return 'implausible';
  return grams > LARGE_ITEM_G || calories > LARGE_ITEM_KCAL ? 'large' : 'plausible';
}

export function isAbsurd(grams: number): boolean {
  return grams > ABSURD_ITEM_G;
}

export function isPlausibleMeal(totals: Nutrition): boolean {
  return totals.calories <= MAX_MEAL_KCAL;
}

// Figures of real foods leave this much room: fibre gives 0 to 2 kcal, sugar alcohols 0.2 to 3.
const ENERGY_TOLERANCE = 0.25;
const ENERGY_SLACK_KCAL = 12;

/**
 * Whether the energy of a food fits its protein, carbohydrate and fat (4, 4 and 9 kcal per gram).
 * Drinks may have more, from alcohol; what is mostly fibre or sugar alcohol may have less.
 */
export function isPlausibleFood(food: Food): boolean {
  const { calories, proteinG, carbsG, fatG, fiberG, sugarG } = food.per100g;
  const most = 4 * proteinG + 4 * carbsG + 9 * fatG;
  const starchG = Math.max(0, carbsG - fiberG);
  const sugarAlcoholG = /sugar.free|sugarless|diet|keto|low.carb/iu.test(food.name)
    ? Math.max(0, starchG - sugarG)
    : 0;
  const least = 4 * proteinG + 4 * (starchG - sugarAlcoholG) + 9 * fatG;
  const tooLow = calories < least * (1 - ENERGY_TOLERANCE) - ENERGY_SLACK_KCAL;
  const tooHigh = calories > most * (1 + ENERGY_TOLERANCE) + ENERGY_SLACK_KCAL;
  return !tooLow && (!tooHigh || food.isDrink === true);
}
