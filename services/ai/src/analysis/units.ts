import { stem } from './stem.js';

/** Units whose grams do not depend on the food. */
export type MassUnit = 'mg' | 'g' | 'kg' | 'oz' | 'lb';

/** Units of volume; their grams follow from the density of the food. */
export type VolumeUnit =
  | 'ml'
  | 'cl'
  | 'dl'
  | 'l'
  | 'fl_oz'
  | 'tsp'
  | 'tbsp'
  | 'cup'
  | 'pint'
  | 'quart';

/** Units that mean something only together with a food. */
export type HouseholdUnit =
  | 'bag'
  | 'bar'
  | 'block'
  | 'bottle'
  | 'bowl'
  | 'box'
  | 'can'
  | 'container'
  | 'cube'
  | 'dollop'
  | 'drizzle'
  | 'ear'
  | 'fillet'
  | 'glass'
  | 'handful'
  | 'head'
  | 'leaf'
  | 'link'
  | 'mug'
  | 'order'
  | 'packet'
  | 'pat'
  | 'patty'
  | 'piece'
  | 'pinch'
  | 'plate'
  | 'scoop'
  | 'serving'
  | 'shot'
  | 'slice'
  | 'spear'
  | 'splash'
  | 'square'
  | 'stalk'
  | 'stick'
  | 'strip'
  | 'wedge';

export type Unit = MassUnit | VolumeUnit | HouseholdUnit;

/** Grams of one unit of mass (NIST Handbook 44: 1 oz = 28.3495 g). */
export const MASS_G: Readonly<Record<MassUnit, number>> = {
  mg: 0.001,
  g: 1,
  kg: 1000,
  oz: 28.3495,
  lb: 453.592,
};

/** Millilitres of one unit of volume (US customary, NIST Handbook 44). */
export const VOLUME_ML: Readonly<Record<VolumeUnit, number>> = {
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
export const VESSEL_ML: Readonly<Partial<Record<HouseholdUnit, number>>> = {
  bottle: 500,
  bowl: 355,
  can: 355,
  dollop: 15,
  drizzle: 5,
  glass: 240,
  mug: 300,
  plate: 355,
  scoop: 60,
  shot: 44,
  splash: 15,
};

/** Every word for a unit, unit first; singular, because words are looked up by their stem. */
const WORDS: readonly (readonly [Unit, ...string[]])[] = [
  ['mg', 'milligram'],
  ['g', 'gr', 'gm', 'gram', 'gramme'],
  ['kg', 'kilo', 'kilogram'],
  ['oz', 'ounce'],
  ['lb', 'pound'],
  ['ml', 'milliliter', 'millilitre'],
  ['cl', 'centiliter', 'centilitre'],
  ['dl', 'deciliter', 'decilitre'],
  ['l', 'liter', 'litre'],
  ['fl_oz', 'floz'],
  ['tsp', 'teaspoon', 'teaspoonful'],
  ['tbsp', 'tb', 'tbl', 'tablespoon', 'tablespoonful', 'spoon', 'spoonful'],
  ['cup', 'cupful'],
  ['pint'],
  ['quart', 'qt'],
  ['bag'],
  ['bar'],
  ['block'],
  ['bottle'],
  ['bowl', 'bowlful'],
  ['box', 'carton'],
  ['can', 'tin'],
  ['container', 'pot', 'tub'],
  ['cube'],
  ['dollop'],
  ['drizzle'],
  ['ear', 'cob'],
  ['fillet', 'filet'],
  ['glass'],
  ['handful'],
  ['head'],
  ['leaf'],
  ['link'],
  ['mug'],
  ['order'],
  ['packet', 'pack', 'package', 'sachet'],
  ['pat', 'knob'],
  ['patty'],
  ['piece', 'pc', 'chunk'],
  ['pinch', 'dash'],
  ['plate', 'plateful'],
  ['scoop'],
  ['serving', 'portion', 'helping'],
  ['shot'],
  ['slice', 'slab'],
  ['spear', 'floret'],
  ['splash'],
  ['square'],
  ['stalk'],
  ['stick'],
  ['strip', 'rasher'],
  ['wedge'],
];

const BY_STEM: ReadonlyMap<string, Unit> = new Map(
  WORDS.flatMap(([unit, ...synonyms]) =>
    [unit, ...synonyms].map((word) => [stem(word), unit] as const),
  ),
);

/** The unit that a stemmed word stands for. */
export function unitOf(stemmed: string): Unit | undefined {
  return BY_STEM.get(stemmed);
}

export function isMass(unit: Unit): unit is MassUnit {
  return Object.hasOwn(MASS_G, unit);
}

export function isVolume(unit: Unit): unit is VolumeUnit {
  return Object.hasOwn(VOLUME_ML, unit);
}
