import type { Token } from './normalise.js';
import { isMass, isVolume, type Unit, unitOf } from './units.js';

/** What the words around a food say about how much of it there was. */
export interface Amount {
  readonly quantity: number | undefined;
  readonly unit: Unit | undefined;
  readonly size: 'small' | 'large' | undefined;
  /** The quantity is a guess: `a few`, `2-3`. */
  readonly about: boolean;
  /** The words that say nothing about the amount. */
  readonly rest: readonly Token[];
}

const SIZES: ReadonlyMap<string, 'small' | 'large'> = new Map([
  ['small', 'small'],
  ['mini', 'small'],
  ['large', 'large'],
  ['big', 'large'],
  ['huge', 'large'],
  ['jumbo', 'large'],
]);

// `a bunch of grapes` is not one grape.
const VAGUE = new Set(['bunch', 'lot', 'bit', 'ton', 'pile', 'little']);

const NUTRIENTS = new Set(
  'protein carb carbs fat fiber fibre sugars sodium kcal cal calorie calories'.split(' '),
);

// What follows tells where or when, not what.
const TAIL = new Set(['for', 'at', 'from', 'during', 'before', 'after', 'because', 'while']);

/** Reads the amount before the food; failing that the one behind it (`salmon 150 g`). */
export function readAmount(before: readonly Token[], after: readonly Token[]): Amount {
  const tail = after.findIndex((token) => TAIL.has(token.text));
  const behind = read(withoutNutrients(tail < 0 ? after : after.slice(0, tail)));
  const ahead = read(withoutNutrients(before));
  const rest = [...ahead.rest, ...behind.rest];
  const counted = before.some((token) => token.kind === 'number');
  const useBehind = behind.quantity !== undefined && !counted && ahead.unit === undefined;
  const size = ahead.size ?? behind.size;
  return { ...(useBehind ? behind : ahead), size, rest };
}

/** Leaves out what states nutrition, not an amount: `30 g protein`, `350 kcal`. */
function withoutNutrients(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => NUTRIENTS.has(token.text));
  if (at < 0) return tokens;
  const number = tokens.slice(Math.max(0, at - 2), at).findIndex(({ kind }) => kind === 'number');
  const from = number < 0 ? at : Math.max(0, at - 2) + number;
  return withoutNutrients([...tokens.slice(0, from), ...tokens.slice(at + 1)]);
}

interface Draft {
  quantity: number | undefined;
  unit: Unit | undefined;
  size: 'small' | 'large' | undefined;
  about: boolean;
  rest: Token[];
}

function read(tokens: readonly Token[]): Amount {
  const out: Draft = {
    quantity: undefined,
    unit: undefined,
    size: undefined,
    about: false,
    rest: [],
  };
  let counted = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'number') {
      // `two 8 oz steaks`: a number in front of a measure multiplies.
      const multiplies = counted && isMeasure(unitAt(tokens, at + 1));
      if (!counted || multiplies) {
        out.quantity = multiplies ? (out.quantity ?? 1) * token.value : token.value;
      }
      counted = true;
      out.about ||= token.about;
    } else {
      readWord(tokens, at, out);
    }
  }
  return out;
}

function readWord(tokens: readonly Token[], at: number, out: Draft): void {
  const token = tokens[at] as Token;
  const size = SIZES.get(token.text);
  const unit = unitAt(tokens, at);
  // A lone `g` or `l` is a slip of the finger, not a gram.
  const isUnit = unit !== undefined && (out.quantity !== undefined || token.text.length > 1);
  if (size !== undefined) {
    out.size = size;
  } else if (token.text === 'a' || token.text === 'an') {
    if (!VAGUE.has(tokens[at + 1]?.text ?? '')) out.quantity ??= 1;
  } else if (isUnit) {
    if (out.unit === undefined || (isMeasure(unit) && !isMeasure(out.unit))) out.unit = unit;
  } else if (!isFluid(tokens, at)) {
    out.rest.push(token);
  }
}

function unitAt(tokens: readonly Token[], at: number): Unit | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (isFluid(tokens, at)) return 'fl_oz';
  return unitOf(token.stem);
}

/** The first word of `fl oz`. */
function isFluid(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text;
  return (text === 'fl' || text === 'fluid') && unitOf(tokens[at + 1]?.stem ?? '') === 'oz';
}

function isMeasure(unit: Unit | undefined): boolean {
  return unit !== undefined && (isMass(unit) || isVolume(unit));
}
