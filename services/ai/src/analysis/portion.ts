import type { Amount } from './amount.js';
import type { Food } from './food.js';
import {
  type HouseholdUnit,
  isMass,
  isVolume,
  MASS_G,
  type Unit,
  VESSEL_ML,
  VOLUME_ML,
  type VolumeUnit,
} from './units.js';

/** Which rule gave the grams. */
export type PortionSource =
  | 'stated_mass'
  | 'stated_volume'
  | 'household_unit'
  | 'piece'
  | 'generic_unit'
  | 'accompaniment'
  | 'default';

/** How much of a food there was, in grams. */
export interface Portion {
  readonly quantity: number;
  readonly unit: Unit;
  readonly grams: number;
  readonly source: PortionSource;
  readonly assumptions: readonly string[];
}

/** What the food was added to, if it was: a splash of milk in coffee, more on cereal. */
export type AddedTo = 'drink' | 'food' | undefined;

// FNDDS has small and large pieces about a quarter away from medium (apple: 165, 200, 242 g).
const SIZE_FACTOR = { small: 0.75, large: 1.25 } as const;
const HANDFUL_G = 30;
const PINCH_G = 0.4;
// Solids heaped in a cup weigh about 0.6 g per ml; drinks are near water.
const SOLID_G_PER_ML = 0.6;
const DRINK_G_PER_ML = 1;

/** Weighs an amount of a food: stated measures first, then USDA portions, then conventions. */
export function weigh(food: Food, amount: Amount, addedTo: AddedTo): Portion {
  const unit = amount.unit === 'oz' && food.isDrink ? 'fl_oz' : amount.unit;
  const quantity = amount.quantity ?? 1;
  if (unit === undefined) return withoutUnit(food, amount, addedTo);
  if (isMass(unit)) return portion(quantity, unit, MASS_G[unit], 'stated_mass');
  const own = food.portions[unit];
  if (own !== undefined) {
    const factor = amount.size === undefined ? 1 : SIZE_FACTOR[amount.size];
    return portion(quantity, unit, own * factor, 'household_unit');
  }
  if (isVolume(unit)) return byVolume(food, quantity, unit);
  return byConvention(food, quantity, unit);
}

function withoutUnit(food: Food, amount: Amount, addedTo: AddedTo): Portion {
  const { quantity, size } = amount;
  const piece = food.portions.piece;
  const sized = size === undefined ? piece : (food.portions[size] ?? scaled(piece, size));
  if (sized !== undefined && (quantity !== undefined || size !== undefined)) {
    return portion(quantity ?? 1, piece === undefined ? 'serving' : 'piece', sized, 'piece');
  }
  if (quantity === undefined && addedTo !== undefined && food.asAddition !== undefined) {
    const grams = addedTo === 'drink' ? food.asAddition.toDrinkG : food.asAddition.toFoodG;
    return portion(grams, 'g', 1, 'accompaniment', 'amount taken as what is usually added');
  }
  const usual = usualGrams(food) * (size === undefined ? 1 : SIZE_FACTOR[size]);
  if (quantity === undefined) {
    const { quantity: count, unit } = food.usual;
    return portion(count, unit, usual / count, 'default', 'no amount given: usual portion');
  }
  const unit = food.usual.quantity === 1 ? food.usual.unit : 'serving';
  return portion(quantity, unit, usual, 'default', 'counted in usual portions');
}

function byVolume(food: Food, quantity: number, unit: VolumeUnit): Portion {
  const density = densityOf(food);
  const grams = VOLUME_ML[unit] * (density ?? fallbackDensity(food));
  return density === undefined
    ? portion(quantity, unit, grams, 'generic_unit', 'density assumed')
    : portion(quantity, unit, grams, 'stated_volume');
}

function byConvention(food: Food, quantity: number, unit: HouseholdUnit): Portion {
  const vessel = VESSEL_ML[unit];
  const density = densityOf(food) ?? (food.isDrink ? DRINK_G_PER_ML : undefined);
  if (vessel !== undefined && density !== undefined) {
    return portion(quantity, unit, vessel * density, 'generic_unit', 'size of vessel assumed');
  }
  if (unit === 'handful') return portion(quantity, unit, HANDFUL_G, 'generic_unit', '30 g assumed');
  if (unit === 'pinch') return portion(quantity, unit, PINCH_G, 'generic_unit', '0.4 g assumed');
  const grams = unit === 'serving' ? usualGrams(food) : (food.portions.piece ?? usualGrams(food));
  const source = unit === 'serving' ? 'household_unit' : 'generic_unit';
  return portion(quantity, unit, grams, source, 'taken as a usual portion');
}

function usualGrams(food: Food): number {
  const { quantity, unit } = food.usual;
  if (isMass(unit)) return quantity * MASS_G[unit];
  const own = food.portions[unit];
  if (own !== undefined) return quantity * own;
  return isVolume(unit) ? quantity * VOLUME_ML[unit] * (densityOf(food) ?? 1) : quantity * 100;
}

/** Grams per millilitre, from the food's own cup or spoon. */
function densityOf(food: Food): number | undefined {
  const { cup, tbsp } = food.portions;
  if (cup !== undefined) return cup / VOLUME_ML.cup;
  return tbsp === undefined ? undefined : tbsp / VOLUME_ML.tbsp;
}

function fallbackDensity(food: Food): number {
  return food.isDrink ? DRINK_G_PER_ML : SOLID_G_PER_ML;
}

function scaled(grams: number | undefined, size: 'small' | 'large'): number | undefined {
  return grams === undefined ? undefined : grams * SIZE_FACTOR[size];
}

function portion(
  quantity: number,
  unit: Unit,
  gramsEach: number,
  source: PortionSource,
  ...assumptions: string[]
): Portion {
  return { quantity, unit, grams: quantity * gramsEach, source, assumptions };
}
