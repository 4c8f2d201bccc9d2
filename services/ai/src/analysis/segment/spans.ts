import type { Food } from '../food.js';
import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { isDescriptor } from '../words/descriptors.js';
import { isNoise } from '../words/noise.js';
import { unitOf } from '../words/units.js';

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
    const span = longestAt(tokens, at, lexicon);
    // `sugar free` names no sugar.
    const isAbsent = span !== undefined && tokens[span.end]?.text === 'free';
    if (span !== undefined && !isAbsent) spans.push(span);
    at = span?.end ?? at + 1;
  }
  return spans;
}

function longestAt(
  tokens: readonly Token[],
  start: number,
  lexicon: Lexicon,
): FoodSpan | undefined {
  if (isUnitHere(tokens, start)) return undefined;
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
    if (food.isImported && !isNameOfItsOwn(tokens, start, length)) continue;
    best = { start, end: start + length, food };
  }
  return best;
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
