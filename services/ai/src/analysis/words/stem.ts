import { SPELLINGS } from './spellings.js';

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['halves', 'half'],
  ['leaves', 'leaf'],
  ['loaves', 'loaf'],
]);

/**
 * Folds singular and plural of an English noun to one key: `eggs` and `egg`, `berries` and
 * `berry`, `cookies` and `cookie`. The key is for comparing only and need not be a word.
 * Aliases and text go through the same function, so an odd key does no harm.
 */
export function stem(word: string): string {
  const key = folded(word);
  return SPELLED.get(key) ?? key;
}

function folded(word: string): string {
  const singular = dropPlural(word);
  // `potatoe` is a common slip, and `toes` of `potatoes` are none.
  if (singular.length > 4 && singular.endsWith('oe')) return singular.slice(0, -1);
  // `quiches` loses `es` like `peaches`, so `quiche` loses its `e`.
  if (singular.length > 4 && singular.endsWith('che')) return singular.slice(0, -1);
  if (singular.length > 3 && singular.endsWith('ie')) return singular.slice(0, -1);
  if (singular.length > 2 && singular.endsWith('y')) return `${singular.slice(0, -1)}i`;
  return singular;
}

function dropPlural(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 3 || /(?:ss|us|is)$/u.test(word)) return word;
  if (/(?:ch|sh|x|ss|o)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Of every spelling the stem of the usual one. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  SPELLINGS.flatMap(([usual, ...others]) =>
    others.map((other) => [folded(other), folded(usual)] as const),
  ),
);
