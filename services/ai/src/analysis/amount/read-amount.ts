import type { Token } from '../normalise/tokenise.js';
import { HOLDERS } from '../portion/fallbacks.js';
import type { Amount } from '../portion/weigh.js';
import { isMeasure, SIZES, type Size, unitAfterNumber, unitOf } from '../words/units.js';
import { wordSet } from '../words/word-sets.js';

/** What the words around a food say about how much of it there was. */
export interface ReadAmount extends Amount {
  /** The quantity is a guess: `a few`, `2-3`. */
  readonly about: boolean;
  /** The words that say nothing about the amount. */
  readonly rest: readonly Token[];
}

// `a bunch of grapes` is not one grape.
const VAGUE = wordSet('lot bit ton pile little some few whole good nice');
const EACH = wordSet('each ea apiece');
const SOLD_IN = wordSet('can bottle carton bar packet bag pouch');
// What follows tells where or when, not what.
const MEALS = wordSet('breakfast brunch lunch dinner supper dessert');
const TAIL = wordSet('for at from during before after because while like');

/** Reads the amount before the food; failing that the one behind it (`salmon 150 g`). */
export function readAmount(before: readonly Token[], behindIt: readonly Token[]): ReadAmount {
  const after = withoutMeal(behindIt);
  // `had like 2 cups` only guesses.
  const tail = after.findIndex(
    (token, at) =>
      TAIL.has(token.text) && !(token.text === 'like' && after[at + 1]?.kind === 'number'),
  );
  const behind = read(tail < 0 ? after : after.slice(0, tail));
  const ahead = read(before);
  const rest = [...ahead.rest, ...behind.rest];
  const about = ahead.about || behind.about;
  const size = ahead.size ?? behind.size;
  const inches = ahead.inches ?? behind.inches;
  // `apple slices`: how it was cut, not how much of it there was.
  const isShape =
    behind.quantity === undefined && behind.isPluralUnit && ahead.quantity === undefined;
  if (isShape) return { ...ahead, size, inches, about, rest };
  // `plate of pakoras (6)`: the count says more than what they came on.
  const isCountOfHeld = isHeld(ahead) && behind.unit === undefined && (behind.quantity ?? 0) >= 2;
  if (isCountOfHeld) return { ...behind, size, inches, about, rest };
  if (ahead.quantity === undefined) {
    // `packet of peanuts 50g` is 50 g and not 50 packets.
    const isWeighed = behind.quantity !== undefined && isMeasure(behind.unit);
    const unit = isWeighed ? behind.unit : (ahead.unit ?? behind.unit);
    return { ...behind, unit, size, inches, about, rest };
  }
  if (behind.quantity === undefined) {
    return { ...ahead, unit: ahead.unit ?? behind.unit, size, inches, about, rest };
  }
  // `a pizza, I had about half`, `500 g yogurt tub, ate half`: a share of what was there.
  const isOfHolder = isMeasure(ahead.unit) && HOLDERS.has(behind.unit ?? '');
  if (
    behind.quantity > 0 &&
    behind.quantity < 1 &&
    (behind.unit === undefined || (isOfHolder && !behind.isUnitCounted))
  ) {
    return { ...ahead, quantity: ahead.quantity * behind.quantity, size, inches, about, rest };
  }
  // `2 salmon fillets 120 g each`, `1 tub (250 g)`: the mass says more than the count.
  if (isMeasure(behind.unit) && !isMeasure(ahead.unit)) {
    const times = behind.isEach && !ahead.isArticle ? ahead.quantity : 1;
    return { ...behind, quantity: behind.quantity * times, size, inches, about, rest };
  }
  // `a pizza, I ate 3 slices`: the number says more than the article.
  if (ahead.isArticle && behind.unit !== undefined && ahead.unit === undefined) {
    return { ...behind, size, inches, about, rest };
  }
  return { ...ahead, size, inches, about, rest };
}

/** `biryani for lunch about 2 cups` */
function withoutMeal(after: readonly Token[]): readonly Token[] {
  const isFor = after[0]?.text === 'for' && MEALS.has(after[1]?.text ?? '');
  return isFor ? after.slice(2) : after;
}

/** One thing that holds the food, by an article or by itself. */
function isHeld({ quantity, unit, isArticle }: Draft): boolean {
  return unit !== undefined && HOLDERS.has(unit) && (quantity === undefined || isArticle);
}

interface Draft {
  quantity: number | undefined;
  unit: string | undefined;
  size: Size | undefined;
  inches: number | undefined;
  isArticle: boolean;
  isEach: boolean;
  isPluralUnit: boolean;
  isUnitCounted: boolean;
  about: boolean;
  rest: Token[];
}

function read(tokens: readonly Token[]): Draft {
  const out: Draft = {
    quantity: undefined,
    unit: undefined,
    size: undefined,
    inches: undefined,
    isArticle: false,
    isEach: false,
    isPluralUnit: false,
    isUnitCounted: false,
    about: false,
    rest: [],
  };
  let counted = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'number') {
      // `two 8 oz steaks`, `3 x 50 g`: a number in front of a measure multiplies.
      const multiplies =
        counted && (isMeasure(unitAt(tokens, at + 1)) || tokens[at - 1]?.text === 'x');
      if (!counted || multiplies) {
        out.quantity = multiplies ? (out.quantity ?? 1) * token.value : token.value;
      }
      counted = true;
      out.isArticle = false;
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
  const inches = /^(\d+)inch$/u.exec(token.text);
  if (inches !== null) {
    out.inches = Number(inches[1]);
  } else if (token.text === 'little' && tokens[at - 1]?.text === 'a') {
    // `a little fried onion` is no small onion.
    out.about = true;
  } else if (size !== undefined) {
    out.size = size;
  } else if (token.text === 'a' || token.text === 'an') {
    if (!VAGUE.has(tokens[at + 1]?.text ?? '') && out.quantity === undefined) {
      out.quantity = 1;
      out.isArticle = true;
    }
  } else if (EACH.has(token.text)) {
    out.isEach = true;
  } else if (unit !== undefined) {
    // `2 beers (330 ml bottles)`: what one of them holds.
    out.isEach ||= out.quantity !== undefined && isMeasure(out.unit) && SOLD_IN.has(unit);
    out.isPluralUnit = token.text.endsWith('s') && !HOLDERS.has(unit) && !isMeasure(unit);
    // `a large cup, 16 oz`: the unit of the number says more than one without.
    const isOfNumber = tokens[at - 1]?.kind === 'number' && !out.isUnitCounted;
    const isMore = isMeasure(unit) && !isMeasure(out.unit);
    if (out.unit === undefined || isMore || (isOfNumber && isMeasure(unit))) out.unit = unit;
    out.isUnitCounted ||= tokens[at - 1]?.kind === 'number';
  } else if (!isFluid(tokens, at) && token.text !== 'x') {
    // `whole avocado` is one.
    const isOne = token.text === 'whole' && at === tokens.length - 1 && out.quantity === undefined;
    if (isOne) Object.assign(out, { quantity: 1, isArticle: true });
    out.rest.push(token);
  }
}

function unitAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (isFluid(tokens, at) || isFluid(tokens, at - 1)) return 'fl_oz';
  const isCounted = tokens[at - 1]?.kind === 'number' || tokens[at - 1]?.text === 'a';
  // A lone `g` or `c` is a slip of the finger, not a gram.
  if (token.text.length === 1 && !isCounted) return undefined;
  // `a ton of fries` is a way of speaking, `2 tons` is not.
  if (token.stem === 'ton' && tokens[at - 1]?.kind !== 'number') return undefined;
  return isCounted ? unitAfterNumber(token.stem) : unitOf(token.stem);
}

/** The first word of `fl oz`. */
function isFluid(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text;
  return (text === 'fl' || text === 'fluid') && unitOf(tokens[at + 1]?.stem ?? '') === 'oz';
}
