import type { AnalysedItem } from '../../src/analysis/index.js';
import { FIGURES, type Figures, type TrueItem } from '../cases.js';
import type { Reference } from '../reference.js';

// Two foods closer than this feed a person the same: the spread between brands is larger.
const ENERGY_SHARE = 0.15;
const ENERGY_KCAL_PER_100G = 15;
const MACRO_G_PER_100G = 5;

/**
 * Whether an item is the food that was meant: the same FNDDS code; or nutritionally equivalent
 * (per 100 g: energy within 15 % or 15 kcal, each of protein, carbohydrate and fat within 5 g) and
 * of the same sort, which is a word in common or the same FNDDS category.
 */
export function isSameFood(said: AnalysedItem, meant: TrueItem, reference: Reference): boolean {
  const code = codeOf(said.source);
  if (code !== undefined && code === meant.fndds) return true;
  if (said.foodId === '') return false;
  const isSameSort = shareWord(said.name, meant.desc) || shareCategory(code, meant, reference);
  if (!isSameSort) return false;
  return meant.figures === undefined || areEquivalent(per100g(said), per100gOf(meant));
}

/** Words that tell what a food is; how it was made or how much is known of it does not. */
export function contentWords(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return new Set(words.filter((word) => !NOT_A_FOOD.has(word)).map(singular));
}

const NOT_A_FOOD = new Set(
  (
    'and any are with without from for not the other than type made added fat free low reduced ' +
    'nfs cooked raw plain regular fresh frozen canned dried home recipe restaurant fast food style ' +
    'baked boiled fried grilled roasted steamed toasted broiled whole white brown large small medium ' +
    'eaten skin bone method bottled brewed hot cold iced sweetened unsweetened flavored mixed sauce'
  ).split(' '),
);

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh|to)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function shareWord(name: string, desc: string): boolean {
  const words = contentWords(desc);
  return [...contentWords(name)].some((word) => words.has(word));
}

function shareCategory(code: number | undefined, meant: TrueItem, reference: Reference): boolean {
  if (code === undefined || meant.fndds === null) return false;
  const category = reference.get(code)?.category;
  return category !== undefined && category === reference.get(meant.fndds)?.category;
}

function areEquivalent(said: Figures, meant: Figures): boolean {
  return FIGURES.every((figure) => {
    const difference = Math.abs(said[figure] - meant[figure]);
    const allowed =
      figure === 'kcal'
        ? Math.max(ENERGY_KCAL_PER_100G, ENERGY_SHARE * meant.kcal)
        : MACRO_G_PER_100G;
    return difference <= allowed;
  });
}

function per100g(item: AnalysedItem): Figures {
  const { calories: kcal, proteinG: protein, carbsG: carbs, fatG: fat, grams } = item;
  return scaled({ kcal, protein, carbs, fat }, grams);
}

function per100gOf({ figures, grams }: TrueItem): Figures {
  return scaled(figures ?? { kcal: 0, protein: 0, carbs: 0, fat: 0 }, grams);
}

function scaled({ kcal, protein, carbs, fat }: Figures, grams: number): Figures {
  const of = (figure: number): number => (grams > 0 ? (figure * 100) / grams : 0);
  return { kcal: of(kcal), protein: of(protein), carbs: of(carbs), fat: of(fat) };
}

function codeOf(source: string): number | undefined {
  const code = /^usda-fndds:(\d+)$/.exec(source)?.[1];
  return code === undefined ? undefined : Number(code);
}
