import type { Food } from '../food.js';
import type { Token } from '../normalise/tokenise.js';
import { isNoise } from '../words/noise.js';
import { isMeasure, unitAfterNumber, unitOf } from '../words/units.js';
import { stemSet } from '../words/word-sets.js';
import {
  ADDING,
  ENDS_EXCLUSION,
  EXCLUDES_LISTS,
  EXCLUDING,
  isBoundary,
  JOINING,
} from './joints.js';
import type { FoodSpan } from './spans.js';

/** A piece of text between separators, about one or more foods. */
export interface Chunk {
  readonly tokens: readonly { readonly token: Token; readonly span: FoodSpan | undefined }[];
  /** How it is joined to what came before: by `with`, by `and`, by a comma, as a remark in brackets. */
  readonly joint: 'start' | 'with' | 'and' | 'list' | 'sentence' | 'remark' | 'colon' | 'dash';
  /** Joined, maybe through `and` or a comma, to something that was added with `with`. */
  readonly isAddition: boolean;
  readonly isExcluded: boolean;
  /** Whether `and` leaves out what follows too. */
  readonly excludesLists?: boolean;
}

interface Draft extends Chunk {
  readonly tokens: { token: Token; span: FoodSpan | undefined }[];
}

/**
 * Cuts the text at separators, at joining words, and where a new amount begins. Joining words
 * inside the name of a food (`mac and cheese`) do not cut.
 */
export function chunksOf(tokens: readonly Token[], spans: readonly FoodSpan[]): readonly Chunk[] {
  const starts = new Map(spans.map((span) => [span.start, span]));
  const drafts: Draft[] = [draft('start', false, false)];
  let depth = 0;
  let resumed: Draft | undefined;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const current = drafts.at(-1) as Draft;
    const span = starts.get(at);
    if (span !== undefined) {
      for (const part of tokens.slice(span.start, span.end)) {
        current.tokens.push({ token: part, span });
      }
      at = span.end;
      continue;
    }
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth = Math.max(0, depth - 1);
    const ends = current.isExcluded && ENDS_EXCLUSION.has(token.text);
    if (ends) drafts.push(draft('list', false, false));
    else if (isBoundary(token)) {
      // `burrito bowl (homemade): rice, beans`
      const isTitle = token.text === ':' && tokens[at - 1]?.text === ')';
      const isThere = current.isExcluded && isNamedBefore(tokens, at);
      if (isTitle) drafts.push(draft('colon', false, false));
      else drafts.push(isThere ? draft('with', false, true) : next(current, token, depth));
    } else {
      // `chicken no skin 6 oz`: what was left out has no amount.
      const isBehind = (current.isExcluded || current === resumed) && current.tokens.length > 0;
      const isLeftOut = isBehind && token.kind === 'number' && tokens[at - 1]?.kind === 'word';
      const isNew = isLeftOut || startsNewAmount(tokens, at, current, starts);
      if (isNew) drafts.push(draft('list', false, false));
      if (isLeftOut) resumed = current.isExcluded ? drafts.at(-1) : undefined;
      drafts.at(-1)?.tokens.push({ token, span: undefined });
    }
    at += 1;
  }
  return drafts.filter((part) => part.tokens.length > 0);
}

/** `no butter on the veg`, behind vegetables: where something was left out, and no food of its own. */
function isNamedBefore(tokens: readonly Token[], at: number): boolean {
  const [preposition, article, food] = tokens.slice(at, at + 3);
  if (!/^(?:on|in|over)$/u.test(preposition?.text ?? '')) return false;
  if (/^(?:it|them|top|either|anything)$/u.test(article?.text ?? '')) return true;
  if (!/^(?:the|my)$/u.test(article?.text ?? '') || food === undefined) return false;
  const isNamed = tokens.slice(0, at).some(({ stem }) => stem === food.stem);
  return isNamed || COLLECTIVE.has(food.stem);
}

const COLLECTIVE = stemSet('veg veggies vegetables greens side sides');

function draft(joint: Chunk['joint'], isAddition: boolean, isExcluded: boolean): Draft {
  return { tokens: [], joint, isAddition, isExcluded };
}

function next(current: Draft, token: Token, depth: number): Draft {
  const empty = current.tokens.length === 0;
  if (EXCLUDING.has(token.text)) {
    return { ...draft('list', false, true), excludesLists: EXCLUDES_LISTS.has(token.text) };
  }
  if (token.text === '(') return draft('remark', false, false);
  if (token.text === ')') return draft('list', false, false);
  // `Dinner: lasagna` only says when; `smoothie: banana, milk` says what is in it.
  const says = current.tokens.some(
    ({ span, token: { stem } }) => span !== undefined || !isNoise(stem),
  );
  if (token.text === ':') return draft(says ? 'colon' : 'sentence', false, false);
  if (token.text === '.') return draft('sentence', false, false);
  if (token.text === '-' && depth === 0 && !empty) return draft('dash', false, false);
  // `with milk and sugar` adds both; `and with milk` adds too.
  if (ADDING.has(token.text)) return draft('with', true, current.isExcluded && empty);
  if (JOINING.has(token.text)) {
    // `without milk or sugar` leaves out both; `no cheese and fries` only the cheese.
    const isList = token.text === 'or' || (token.text === 'and' && current.excludesLists === true);
    const goesOn = current.isExcluded && (isList || empty);
    if (empty) return draft(current.joint, current.isAddition, goesOn);
    // `soup (leek and potato)`: all of the brackets is the remark.
    const isInside = depth > 0 && current.joint === 'remark' && token.text === 'and';
    return draft(isInside ? 'remark' : 'and', current.isAddition, goesOn);
  }
  if (empty && current.joint !== 'start') {
    return draft(current.joint, current.isAddition && depth > 0, false);
  }
  return draft(depth > 0 ? 'remark' : 'list', false, false);
}

function endsInAmount(tokens: readonly Token[], at: number): boolean {
  const length = tokens.slice(at).findIndex((token) => isBoundary(token));
  const [last, unit] = tokens.slice(at, length < 0 ? undefined : at + length).toReversed();
  if (last === undefined || last === tokens[at]) return false;
  const isUnit = unitOf(last.stem) !== undefined && unit?.kind === 'number' && unit !== tokens[at];
  return last.kind === 'number' || isUnit;
}

/** `rice 200 g chicken 150 g dal`: so far every amount stands behind its food. */
function isTrailed({ tokens }: Draft): boolean {
  const isAmount = ({ token, span }: Draft['tokens'][number]): boolean =>
    span === undefined && token.kind === 'number';
  const first = tokens.findIndex(isAmount);
  const food = tokens.findIndex(({ span }) => span !== undefined);
  const last = tokens.findLastIndex(isAmount);
  return first > food && tokens.findLastIndex(({ span }) => span !== undefined) > last;
}

// `nuggets 8 ct waffle fries`
const COUNTS = new Set(['ct', 'pc', 'pcs', 'count']);

/** `idli 4 sambar`: of two foods a number counts the one that comes in pieces. */
function countsBefore(number: Token, current: Draft, next: FoodSpan | undefined): boolean {
  const before = current.tokens.at(-1)?.span?.food;
  return (
    number.kind === 'number' &&
    number.value >= 2 &&
    before?.isDrink !== true &&
    isInPieces(before) &&
    !isInPieces(next?.food)
  );
}

/** `bread 2 slices butter`: of two foods the one that comes in the unit. */
function isUnitOfBefore(
  unit: string | undefined,
  current: Draft,
  next: FoodSpan | undefined,
): boolean {
  const before = current.tokens.at(-1)?.span?.food;
  if (unit === undefined || isMeasure(unit) || next === undefined) return false;
  return before?.portions[unit] !== undefined && next.food.portions[unit] === undefined;
}

function isInPieces(food: Food | undefined): boolean {
  const unit = food?.usual.unit;
  return unit !== undefined && !isMeasure(unit) && food?.portions['piece'] !== undefined;
}

// What is mixed from what is listed behind it.
const MIXED = stemSet('shake smoothie oat');
const MOST_BETWEEN = 3;

/** `shake 500 ml milk 2 scoops whey`, `overnight oats 40 g oats, 150 ml milk`: amounts lead. */
function isRecipe(
  tokens: readonly Token[],
  at: number,
  current: Draft,
  starts: ReadonlyMap<number, FoodSpan>,
): boolean {
  if (!MIXED.has(current.tokens.at(-1)?.token.stem ?? '')) return false;
  if (current.tokens.some(({ token }) => token.kind === 'number')) return false;
  const end = tokens.slice(at).findIndex(({ text }) => text === '.');
  const ahead = tokens.slice(at, end < 0 ? undefined : at + end);
  const leading = ahead.filter(({ kind }, index) => {
    const food = [1, 2, MOST_BETWEEN].find((step) => starts.has(at + index + step));
    return kind === 'number' && food !== undefined;
  });
  return tokens[at]?.kind === 'number' && leading.length >= 2;
}

/** `2 eggs 1 banana` begins anew at 1; `salmon 150 g` and `eggs x2` do not. */
function startsNewAmount(
  tokens: readonly Token[],
  at: number,
  current: Draft,
  starts: ReadonlyMap<number, FoodSpan>,
): boolean {
  const token = tokens[at] as Token;
  // `tea 2 sugars splash of milk`
  const isUnitOf = unitOf(token.stem) !== undefined && tokens[at + 1]?.text === 'of';
  if (isUnitOf && starts.has(at + 2) && current.tokens.at(-1)?.span !== undefined) return true;
  const isAmount = token.kind === 'number' || token.text === 'a' || token.text === 'an';
  if (!isAmount || !current.tokens.some((part) => part.span !== undefined)) return false;
  const opensWithFood =
    current.tokens.every(
      (part, index) => part.span !== undefined || index > 0 || part.token.kind !== 'number',
    ) && current.tokens.every(({ token: { kind } }) => kind !== 'number');
  const unit = unitAfterNumber(tokens[at + 1]?.stem ?? '');
  if (isTrailed(current) && (isMeasure(unit) || endsInAmount(tokens, at))) return false;
  if (isRecipe(tokens, at, current, starts)) return true;
  if (isMeasure(unit) && opensWithFood && tokens[at + 2]?.text !== 'of') return false;
  // `rice 1 katori dal 1 katori`: where the last amount stands behind its food, all do.
  if (opensWithFood && endsInAmount(tokens, at)) return false;
  // `toast 2 slices with syrup`: a unit with nothing behind it belongs to what came before.
  for (let ahead = at + 1; ahead < tokens.length; ahead += 1) {
    const food = starts.get(ahead);
    const isNext = COUNTS.has(tokens[at + 1]?.text ?? '') ? ahead === at + 2 : ahead === at + 1;
    const isBefore =
      (isNext && countsBefore(token, current, food)) ||
      (ahead === at + 2 && isUnitOfBefore(unit, current, food));
    if (food !== undefined) return !(opensWithFood && isBefore);
    if (isBoundary(tokens[ahead] as Token)) return false;
    const next = tokens[ahead] as Token;
    // `toast 2 slices 3 eggs`
    if (next.kind === 'number' && opensWithFood && ahead > at + 1) return false;
    if (next.kind === 'word' && unitOf(next.stem) === undefined && ahead > at + 3) return false;
  }
  return false;
}
