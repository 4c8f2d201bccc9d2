import { stem } from './stem.js';

/** Grams of one unit of mass (NIST Handbook 44: 1 oz = 28.3495 g). */
export const MASS_G: Readonly<Record<string, number>> = {
  mg: 0.001,
  g: 1,
  kg: 1000,
  oz: 28.3495,
  lb: 453.592,
  ton: 907_185,
};

/** Millilitres of one unit of volume (US customary, NIST Handbook 44). */
export const VOLUME_ML: Readonly<Record<string, number>> = {
  ml: 1,
  cl: 10,
  dl: 100,
  l: 1000,
  fl_oz: 29.5735,
  tsp: 4.92892,
  tbsp: 14.7868,
  cup: 236.588,
  pint: 473.176,
  quart: 946.353,
};

/** Household vessels as millilitres, for foods that do not state their own: our convention. */
export const VESSEL_ML: Readonly<Record<string, number>> = {
  basket: 355,
  katori: 150,
  bottle: 500,
  bowl: 355,
  can: 355,
  carton: 240,
  container: 177,
  dollop: 15,
  drizzle: 5,
  glass: 240,
  jar: 240,
  // Australian beer glasses.
  middy: 285,
  mug: 300,
  plate: 355,
  pouch: 177,
  schooner: 425,
  scoop: 60,
  shot: 44,
  splash: 15,
};

/**
 * Every word for a unit, unit first. Words of two parts are joined by a blank. Units that mean
 * something only together with a food are any other name of this list.
 */
const WORDS: readonly (readonly [string, ...string[]])[] = [
  ['mg', 'milligram'],
  ['g', 'gr', 'gm', 'gms', 'grm', 'gram', 'gramme'],
  ['kg', 'kilo', 'kilogram'],
  ['oz', 'ounce', 'onz'],
  ['lb', 'pound'],
  ['ton', 'metric ton', 'tonne'],
  ['ml', 'mls', 'milliliter', 'millilitre', 'cc'],
  ['cl', 'centiliter', 'centilitre'],
  ['dl', 'deciliter', 'decilitre'],
  ['l', 'ltr', 'liter', 'litre'],
  ['fl_oz', 'floz', 'fl oz', 'fluid ounce', 'fl ounce', 'fluid oz'],
  ['tsp', 'teaspoon', 'teaspoonful', 'tspn'],
  [
    'tbsp',
    'tb',
    'tbl',
    'tbs',
    'tbsps',
    'tablespoon',
    'tablespoonful',
    'spoon',
    'spoonful',
    'tblsp',
  ],
  ['cup', 'cupful', 'teacup'],
  ['pint', 'pt'],
  ['quart', 'qt'],
  ['bag', 'baggie'],
  ['ball'],
  ['bar'],
  ['basket'],
  ['bite', 'mouthful', 'forkful', 'nibble'],
  ['block', 'brick'],
  ['bottle', 'stubby', 'stubbie'],
  ['bowl', 'bowlful', 'dish'],
  ['box'],
  ['bunch'],
  ['can', 'tin', 'tinnie', 'tallboy'],
  ['carton'],
  ['clove'],
  ['container', 'pot', 'tub'],
  ['cube'],
  ['dollop'],
  ['drizzle'],
  ['ear', 'cob'],
  ['fillet', 'filet'],
  ['floret'],
  ['footlong', 'foot long'],
  ['glass', 'cupglass', 'tumbler', 'goblet'],
  ['half'],
  ['handful', 'fistful'],
  ['head'],
  ['jar'],
  ['katori', 'vati'],
  ['leaf'],
  ['link'],
  ['loaf'],
  ['mug'],
  ['nugget'],
  ['order'],
  ['packet', 'pack', 'package', 'pkg', 'pkt', 'sachet'],
  ['pat', 'knob'],
  ['patty'],
  ['piece', 'pc', 'pcs', 'ct', 'count', 'chunk'],
  ['pinch', 'dash'],
  ['plate', 'plateful'],
  ['pouch'],
  ['rack'],
  ['ring'],
  ['roll'],
  ['schooner'],
  ['middy'],
  ['scoop'],
  ['serving', 'portion', 'helping'],
  ['sheet'],
  ['shot'],
  ['sip', 'gulp', 'swig'],
  ['sleeve'],
  ['slice', 'slab'],
  ['spear'],
  ['scrape', 'scraping', 'smear', 'smidge', 'smidgen'],
  ['splash', 'drop', 'glug'],
  ['sprig'],
  ['square'],
  ['stalk', 'rib'],
  ['stick'],
  ['strip', 'rasher'],
  ['wedge', 'segment'],
];

/** Sizes of one piece, as people say them. */
const SIZE_WORDS: readonly (readonly [Size, string])[] = [
  ['small', 'small mini tiny little lil sm kiddie tall'],
  ['medium', 'medium med regular average normal md grande'],
  ['large', 'large big huge jumbo giant lg lrg xl venti enormous massive'],
];

export type Size = 'small' | 'medium' | 'large';

export const SIZES: ReadonlyMap<string, Size> = new Map(
  SIZE_WORDS.flatMap(([size, words]) => words.split(' ').map((word) => [word, size] as const)),
);

/** Names that a portion of the food table may have. */
export const PORTION_NAMES: ReadonlySet<string> = new Set([
  ...WORDS.map(([unit]) => unit),
  'small',
  'medium',
  'large',
]);

const BY_STEM: ReadonlyMap<string, string> = new Map(
  WORDS.flatMap(([unit, ...synonyms]) =>
    [unit, ...synonyms].map((word) => [word.split(' ').map(stem).join(' '), unit] as const),
  ),
);

// Whoever writes these means a unit only behind a number: `2 c rice`, not vitamin c.
const SHORT: ReadonlyMap<string, string> = new Map([
  ['c', 'cup'],
  ['t', 'tsp'],
]);

/** The unit that a stemmed word stands for. */
export function unitOf(stemmed: string): string | undefined {
  return BY_STEM.get(stemmed);
}

/** The unit that a word stands for right behind a number. */
export function unitAfterNumber(stemmed: string): string | undefined {
  return BY_STEM.get(stemmed) ?? SHORT.get(stemmed);
}

/** The unit that a person or a model names in any spelling. */
export function unitNamed(words: string): string | undefined {
  const lower = words.trim().toLowerCase();
  if (PORTION_NAMES.has(lower)) return lower;
  return unitAfterNumber(
    lower
      .replaceAll('_', ' ')
      .split(/[\s.]+/u)
      .filter(Boolean)
      .map(stem)
      .join(' '),
  );
}

export function isMass(unit: string): boolean {
  return Object.hasOwn(MASS_G, unit);
}

export function isVolume(unit: string): boolean {
  return Object.hasOwn(VOLUME_ML, unit);
}

export function isMeasure(unit: string | undefined): boolean {
  return unit !== undefined && (isMass(unit) || isVolume(unit));
}
