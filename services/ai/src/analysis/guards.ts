import type { Nutrition } from './food.js';

/** Later items are dropped and the total is marked partial. */
export const MAX_ITEMS = 30;

// Nobody eats this much of one food in one meal; beyond it the text is wrong or a joke.
const MAX_ITEM_G = 6000;
const MAX_ITEM_KCAL = 6000;
const MAX_MEAL_KCAL = 20_000;
// Possible, but more often a slip: worth a look.
const LARGE_ITEM_G = 2500;
const LARGE_ITEM_KCAL = 2500;

export type AmountVerdict = 'plausible' | 'large' | 'implausible' | 'none';

/** Judges one item by its signed grams and its energy in kcal. */
export function judgeItem(grams: number, calories: number): AmountVerdict {
  if (grams === 0) return 'none';
  if (!(grams > 0 && grams <= MAX_ITEM_G && calories <= MAX_ITEM_KCAL)) return 'implausible';
  return grams > LARGE_ITEM_G || calories > LARGE_ITEM_KCAL ? 'large' : 'plausible';
}

export function isPlausibleMeal(totals: Nutrition): boolean {
  return totals.calories <= MAX_MEAL_KCAL;
}

/** Whether the letters are mostly of a script that the embedded table has no words in. */
export function isForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin * 2 < letters;
}
