import type { Food } from '../food.js';
import { isVolume } from '../words/units.js';
import { wordSet } from '../words/word-sets.js';

const DRY = wordSet('dry dri uncooked raw');

// Cooked grams of one gram dry, from the yields of USDA's food yield tables.
const YIELDS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:pasta|spaghetti|macaroni|penne|noodles?|fusilli|linguine|ramen|udon|soba)\b/iu, 2.3],
  [/\b(?:rice|quinoa|couscous|bulgur|barley|millet|farro|buckwheat|polenta|grits)\b/iu, 2.8],
  [/\b(?:lentils?|beans?|chickpeas?|split peas)\b/iu, 2.4],
  [/\b(?:oatmeal|porridge)\b/iu, 5.5],
  // Meat and fish lose a quarter of their weight.
  [
    /\b(?:chicken|turkey|beef|pork|steak|lamb|veal|duck|burger|patty|salmon|cod|tilapia|fish)\b/iu,
    0.75,
  ],
];

// Above this the figures are those of the dry food already.
const DRY_KCAL = 280;

// By volume all of them swell to about twice as much.
const BY_VOLUME = 2;

/** Cooked grams of one gram as it was said; 1 where nothing says that it was weighed dry. */
export function cookedYield(food: Food, said: readonly string[], unit: string): number {
  if (food.per100g.calories > DRY_KCAL || !said.some((word) => DRY.has(word))) return 1;
  // The figures of raw salmon are those of what was weighed.
  if (/\braw\b/iu.test(food.name)) return 1;
  const factor = YIELDS.find(([name]) => name.test(food.name))?.[1] ?? 1;
  return factor > 1 && isVolume(unit) ? BY_VOLUME : factor;
}
