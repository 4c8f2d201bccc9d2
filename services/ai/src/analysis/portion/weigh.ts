import type { Food } from '../food.js';
import {
  isMass,
  isMeasure,
  isVolume,
  MASS_G,
  type Size,
  VESSEL_ML,
  VOLUME_ML,
} from '../words/units.js';
import { densityOf, usualDensity } from './density.js';
import { HOLDERS, STANDS_FOR } from './fallbacks.js';

/** Which rule gave the grams. */
export type PortionSource =
  | 'stated_mass'
  | 'stated_volume'
  | 'household_unit'
  | 'piece'
  | 'generic_unit'
  | 'accompaniment'
  | 'default';

/** What a text says about how much there was. */
export interface Amount {
  readonly quantity?: number | undefined;
  /** A canonical unit; see `words/units.ts`. */
  readonly unit?: string | undefined;
  readonly size?: Size | undefined;
  /** Across a pizza, along a sandwich. */
  readonly inches?: number | undefined;
  readonly isArticle?: boolean | undefined;
  readonly isPlural?: boolean | undefined;
  readonly addedTo?: 'drink' | 'food' | undefined;
  /** Added to so many pieces, each with its own. */
  readonly addedTimes?: number | undefined;
}

/** How much of a food there was, in grams. */
export interface Portion {
  readonly quantity: number;
  readonly unit: string;
  readonly grams: number;
  readonly source: PortionSource;
  readonly assumptions: readonly string[];
}

// FNDDS has small and large pieces about a quarter away from medium (apple: 165, 200, 242 g).
const SIZE_FACTOR: Readonly<Record<Size, number>> = { small: 0.75, medium: 1, large: 1.3 };
// FNDDS: where no size is said, a slice is that of a large pizza.
const SLICE_FACTOR: Readonly<Record<Size, number>> = { small: 0.67, medium: 0.75, large: 1 };
const DRINK_FACTOR = { medium: 1.5, large: 2 } as const;
const MOST_CUP_G = 260;
const HANDFUL_G = 30;
const PINCH_G = 0.4;
const DASH_G = 15;
const BITE_G = 15;
const SIP_G = 20;
const SCRAPE_G = 5;
/** Bags and the like that hold a single serving are small as they are. */
const MOST_SINGLE_G = 45;
// FNDDS of crisps: 28, 57 and 85 g.
const SERVINGS_OF: Readonly<Record<Size, number>> = { small: 1, medium: 2, large: 3 };
const SINGLE_SERVING = new Set(['bag', 'box', 'packet', 'pouch']);
/** Several of these are eaten where a plural names no number; of larger pieces it is one. */
const PLURAL_PIECE_G = 130;
/** Of what is eaten in so many pieces a size means all of them. */
const MANY_PIECES = 5;
/** A piece of a dish that is no piece itself: of the meat in a curry. */
const MORSEL_G = 50;

/** Weighs an amount of a food: stated measures first, then the food's portions, then conventions. */
export function weigh(food: Food, amount: Amount): Portion {
  // Fluid ounces where somebody counts ounces of a drink.
  const unit = amount.unit === 'oz' && food.isDrink ? 'fl_oz' : amount.unit;
  if (unit === undefined) return withoutUnit(food, amount);
  const quantity = amount.quantity ?? 1;
  if (isMass(unit)) return portion(quantity, unit, MASS_G[unit] ?? 1, 'stated_mass');
  const own = sizedUnit(food, unit, amount.size);
  if (own !== undefined) return portion(quantity, unit, own, 'household_unit');
  if (isVolume(unit)) return byVolume(food, quantity, unit);
  return byConvention(food, quantity, unit, amount.size);
}

/** Grams of what a person eats who names no amount. */
export function usualGrams(food: Food): number {
  const { quantity, unit } = food.usual;
  const own = food.portions[unit];
  if (own !== undefined) return quantity * own;
  if (isMass(unit)) return quantity * (MASS_G[unit] ?? 1);
  return quantity * (VOLUME_ML[unit] ?? 100) * (densityOf(food) ?? usualDensity(food));
}

/** Grams of one of the units that the food states, in the size that was said. */
function sizedUnit(food: Food, unit: string, size: Size | undefined): number | undefined {
  const own = food.portions[unit];
  if (own === undefined) return undefined;
  if (size === undefined || isVolume(unit)) return own;
  // A slice of a large pizza is no large pizza.
  const isWhole = unit === 'piece' || (unit === food.usual.unit && unit !== 'slice');
  if (isWhole) return food.portions[size] ?? own * SIZE_FACTOR[size];
  if (unit === 'slice' && isPie(food)) return own * SLICE_FACTOR[size];
  if (SINGLE_SERVING.has(unit) && own <= MOST_SINGLE_G) return own * SERVINGS_OF[size];
  return own * SIZE_FACTOR[size];
}

function withoutUnit(food: Food, amount: Amount): Portion {
  const { quantity, addedTo } = amount;
  const size = amount.size ?? sizeByInches(food, amount.inches);
  if (amount.inches !== undefined && amount.inches > 10 && size === undefined) {
    return byConvention(food, quantity ?? 1, 'footlong', undefined);
  }
  if (quantity === undefined && size === undefined) {
    if (addedTo !== undefined && food.asAddition !== undefined) {
      const grams = addedTo === 'drink' ? food.asAddition.toDrinkG : food.asAddition.toFoodG;
      const total = grams * (amount.addedTimes ?? 1);
      return portion(total, 'g', 1, 'accompaniment', 'amount taken as what is usually added');
    }
    return usualPortion(food, amount);
  }
  if (size !== undefined) return sized(food, amount, size);
  return counted(food, amount, quantity ?? 1);
}

function usualPortion(food: Food, amount: Amount): Portion {
  const { quantity, unit } = food.usual;
  const each = usualGrams(food) / quantity;
  const isPiece = !isMeasure(unit) && !HOLDERS.has(unit);
  if (amount.isPlural && quantity === 1 && isPiece && each <= PLURAL_PIECE_G) {
    return portion(2, unit, each, 'default', 'no number given: taken as 2');
  }
  return portion(quantity, unit, each, 'default', 'no amount given: usual portion');
}

function sized(food: Food, amount: Amount, size: Size): Portion {
  const { quantity: said, isArticle } = amount;
  const quantity = said ?? 1;
  const own = food.portions[size];
  if (own !== undefined) return portion(quantity, size, own, 'piece');
  const { medium } = food.portions;
  const piece = medium ?? pieceOf(food)?.grams;
  const usual = usualGrams(food);
  // `small onion rings` are an order of them and not one.
  // `a large nachos` and a share of it are of all of them.
  const isOne = ((said ?? 0) >= 1 && isArticle !== true) || (piece ?? 0) >= usual / MANY_PIECES;
  if (piece !== undefined && isOne) {
    return portion(quantity, size, piece * SIZE_FACTOR[size], 'piece');
  }
  // A medium drink that is sold is one of 12 fl oz.
  const isCup = food.isDrink === true && usual <= MOST_CUP_G && size !== 'small';
  const grams = usual * (isCup ? DRINK_FACTOR[size] : SIZE_FACTOR[size]);
  return portion(quantity, size, grams, 'default', `${size} taken from the usual portion`);
}

/** A number without a unit counts pieces where the food has them, else usual portions. */
function counted(food: Food, amount: Amount, quantity: number): Portion {
  const { usual } = food;
  const whole = wholePie(food, amount, quantity);
  if (whole !== undefined) return portion(quantity, 'medium', whole, 'piece', 'taken as medium');
  // Of a drink people count glasses, cans and cups.
  const piece = food.isDrink ? undefined : pieceOf(food);
  const usualIsHeld = isMeasure(usual.unit) || HOLDERS.has(usual.unit);
  // `a popcorn` is a bag of it and not one corn.
  const isOne =
    (amount.isArticle === true || quantity < 1) &&
    usualIsHeld &&
    (piece?.grams ?? 0) < usualGrams(food) / 2;
  if (piece !== undefined && !isOne) return portion(quantity, piece.unit, piece.grams, 'piece');
  const unit = usual.quantity === 1 ? usual.unit : 'serving';
  const source = usual.quantity === 1 && !isMass(unit) ? 'household_unit' : 'default';
  return portion(quantity, unit, usualGrams(food), source, 'counted in usual portions');
}

/** Sold whole and eaten in slices. */
function isPie({ portions: { slice, medium } }: Food): boolean {
  return slice !== undefined && medium !== undefined && medium >= slice * 3;
}

/** `half a pizza`, `a pizza`: of what is eaten in slices a share or one means the whole. */
function wholePie(food: Food, amount: Amount, quantity: number): number | undefined {
  const { medium } = food.portions;
  if (!isPie(food)) return undefined;
  return amount.isArticle === true || quantity <= 1 ? medium : undefined;
}

/** FNDDS: a small pizza is up to 10 inches, a large one from 14. */
function sizeByInches(food: Food, inches: number | undefined): Size | undefined {
  if (inches === undefined || food.portions['slice'] === undefined) return undefined;
  if (food.portions['medium'] === undefined) return undefined;
  return inches <= 10 ? 'small' : inches < 14 ? 'medium' : 'large';
}

function pieceOf(food: Food): { readonly unit: string; readonly grams: number } | undefined {
  const { portions, usual } = food;
  const isCounted = !isMeasure(usual.unit) && !HOLDERS.has(usual.unit);
  const names = [...(isCounted ? [usual.unit] : []), 'piece', 'medium'];
  const unit = names.find((name) => portions[name] !== undefined);
  return unit === undefined ? undefined : { unit, grams: portions[unit] ?? 0 };
}

function byVolume(food: Food, quantity: number, unit: string): Portion {
  const density = densityOf(food);
  const ml = VOLUME_ML[unit] ?? 0;
  return density === undefined
    ? portion(quantity, unit, ml * usualDensity(food), 'generic_unit', 'density assumed')
    : portion(quantity, unit, ml * density, 'stated_volume');
}

function byConvention(food: Food, quantity: number, unit: string, size: Size | undefined): Portion {
  const factor = size === undefined ? 1 : SIZE_FACTOR[size];
  const generic = (grams: number, assumption: string): Portion =>
    portion(quantity, unit, grams * factor, 'generic_unit', assumption);
  if (unit === 'half') return portion(quantity * 0.5, 'piece', wholeOf(food), 'piece');
  if (unit === 'handful') return generic(HANDFUL_G, '30 g assumed');
  if (unit === 'bite') return generic(BITE_G, '15 g assumed');
  if (unit === 'scrape') return generic(SCRAPE_G, '5 g assumed');
  if (unit === 'sip') return generic(SIP_G, '20 g assumed');
  // `coffee, dash of milk`
  if (unit === 'pinch' && food.isDrink) return generic(DASH_G, '15 g assumed');
  if (unit === 'pinch') return generic(PINCH_G, '0.4 g assumed');
  if (unit === 'footlong') return generic(wholeOf(food) * 2, 'taken as two of the usual length');
  const twin = STANDS_FOR[unit]?.find((name) => food.portions[name] !== undefined);
  if (twin !== undefined && !HOLDERS.has(unit)) {
    return portion(quantity, unit, (food.portions[twin] ?? 0) * factor, 'household_unit');
  }
  const vessel = VESSEL_ML[unit];
  const density = densityOf(food);
  if (vessel !== undefined && density !== undefined) {
    // A container of a dish holds a portion at least.
    const least = unit === 'container' && !food.isDrink ? usualGrams(food) : 0;
    return generic(Math.max(vessel * density, least), 'size of vessel assumed');
  }
  if (twin !== undefined) return generic(food.portions[twin] ?? 0, `taken as a ${twin}`);
  const usual = usualGrams(food);
  if (unit === 'serving')
    return portion(quantity, unit, usual * factor, 'household_unit', 'usual portion');
  if (HOLDERS.has(unit)) return generic(usual, 'taken as a usual portion');
  const each = quantity > 2 && unit === 'piece' ? Math.min(usual, MORSEL_G) : usual;
  return generic(pieceOf(food)?.grams ?? each, 'taken as a usual portion');
}

function wholeOf(food: Food): number {
  return pieceOf(food)?.grams ?? usualGrams(food);
}

function portion(
  quantity: number,
  unit: string,
  gramsEach: number,
  source: PortionSource,
  ...assumptions: string[]
): Portion {
  return { quantity, unit, grams: quantity * gramsEach, source, assumptions };
}
