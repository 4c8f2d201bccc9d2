import type { Food } from '../food.js';
import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { isDescriptor } from '../words/descriptors.js';
import { isNoise } from '../words/noise.js';
import { isOnlyEnglish } from '../words/plain-english.js';
import { SIZES, unitOf } from '../words/units.js';

/** Where in the tokens a food is named; `end` is exclusive. */
export interface FoodSpan {
  readonly start: number;
  readonly end: number;
  readonly food: Food;
}

/** The foods that the table knows by name, left to right; at each place the longest name wins. */
export function findFoods(tokens: readonly Token[], lexicon: Lexicon): readonly FoodSpan[] {
  const spans: FoodSpan[] = [];
  let at = 0;
  while (at < tokens.length) {
    const isUnit = isUnitOf(tokens, at, spans.at(-1), lexicon);
    const span = isUnit ? undefined : longestAt(tokens, at, lexicon);
    // `sugar free` names no sugar.
    const isAbsent = span !== undefined && tokens[span.end]?.text === 'free';
    if (span !== undefined && !isAbsent) spans.push(withoutAddition(tokens, span, lexicon));
    at = span === undefined ? at + 1 : isAbsent ? span.end : (spans.at(-1)?.end ?? at + 1);
  }
  return spans;
}

function longestAt(
  tokens: readonly Token[],
  start: number,
  lexicon: Lexicon,
): FoodSpan | undefined {
  if (isUnitHere(tokens, start) || tokens[start]?.text === 'just') return undefined;
  const most = Math.min(lexicon.longestAlias, tokens.length - start);
  let key = '';
  let best: FoodSpan | undefined;
  for (let length = 1; length <= most; length += 1) {
    const token = tokens[start + length - 1] as Token;
    if (token.kind === 'break') break;
    key = length === 1 ? token.stem : `${key} ${token.stem}`;
    const food = lexicon.byAlias.get(key);
    if (food === undefined) continue;
    if (length === 1 && (token.kind === 'number' || isNoise(token.stem))) continue;
    if (length === 1 && food.isImported && isOnlyEnglish(token.stem)) continue;
    if (food.isImported && !isNameOfItsOwn(tokens, start, length)) continue;
    // The size of `large salad` counts, also where the table has it as a name.
    if (best === undefined && isSizeOf(food, tokens, start, length, lexicon)) return undefined;
    best = { start, end: start + length, food };
  }
  return best;
}

function isSizeOf(
  food: Food,
  tokens: readonly Token[],
  start: number,
  length: number,
  lexicon: Lexicon,
): boolean {
  if (!SIZES.has(tokens[start]?.text ?? '')) return false;
  const rest = tokens.slice(start + 1, start + length).map(({ stem }) => stem);
  return lexicon.byAlias.get(rest.join(' ')) === food;
}

/**
 * `can of tuna with mayo` is a can of tuna: where the food in front is sold in the unit that was
 * said and the whole dish is not, what follows is added to it.
 */
function withoutAddition(tokens: readonly Token[], span: FoodSpan, lexicon: Lexicon): FoodSpan {
  const inside = tokens.slice(span.start, span.end);
  // `toast with peanut butter and jelly` has no sandwich on it.
  const isOn = /^(?:with|on)$/u.test(tokens[span.start - 1]?.text ?? '');
  const and = inside.findIndex(({ text }) => text === 'and');
  if (isOn && and > 0 && /sandwich/iu.test(span.food.name)) {
    const spread = lexicon.byAlias.get(keyOf(inside.slice(0, and)));
    if (spread !== undefined) return { start: span.start, end: span.start + and, food: spread };
  }
  const first = inside.slice(0, Math.max(0, and));
  const each = lexicon.byAlias.get(keyOf(first));
  // `2 sausages and mash` counts the sausages.
  const isCounted = (tokens[span.start - 1]?.value ?? 0) >= 2 && first.at(-1)?.text.endsWith('s');
  if (isCounted === true && each !== undefined && each !== span.food) {
    return { start: span.start, end: span.start + and, food: each };
  }
  const joint = inside.findIndex(({ text }) => text === 'with');
  if (joint < 1) return span;
  const front = tokens.slice(span.start, span.start + joint);
  const food = lexicon.byAlias.get(keyOf(front));
  const said =
    tokens[span.start - 1]?.text === 'of' ? tokens[span.start - 2] : tokens[span.start - 1];
  const unit = unitOf(said?.stem ?? '');
  if (food === undefined || unit === undefined) return span;
  const isOwn = food.portions[unit] !== undefined && span.food.portions[unit] === undefined;
  return isOwn ? { start: span.start, end: span.start + joint, food } : span;
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ stem }) => stem).join(' ');
}

/** `2 shots tequila`, `kimbap 1 roll`: behind a number the word counts the food beside it. */
function isUnitOf(
  tokens: readonly Token[],
  at: number,
  previous: FoodSpan | undefined,
  lexicon: Lexicon,
): boolean {
  const unit = unitOf(tokens[at]?.stem ?? '');
  if (unit === undefined || tokens[at - 1]?.kind !== 'number') return false;
  const next = tokens[at + 1];
  const isLast = next?.kind !== 'word';
  if (isLast) return previous?.end === at - 1 && previous.food.portions[unit] !== undefined;
  return lexicon.byAlias.get(next.stem)?.portions[unit] !== undefined;
}

/** The `bar` of `a bar of chocolate` counts something; it names nothing. */
function isUnitHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  return unitOf(token.stem) !== undefined && tokens[at + 1]?.text === 'of';
}

/** Imported names must not swallow what stands beside a food: `chicken and rice`, `brown`. */
function isNameOfItsOwn(tokens: readonly Token[], start: number, length: number): boolean {
  const words = tokens.slice(start, start + length);
  const telling = words.filter(({ stem }) => !isDescriptor(stem) && !isNoise(stem));
  return telling.length > 0 && !words.some(({ text }) => JOINING.has(text));
}

const JOINING = new Set(['and', 'with', 'or', 'in', 'on', 'no', 'without', 'from']);
