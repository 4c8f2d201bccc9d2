import type { FoodSpan } from './lexicon.js';
import type { Token } from './normalise.js';
import { stem } from './stem.js';
import { isMass, isVolume, unitOf } from './units.js';

/** The words about one food (or about something unknown). */
export interface Segment {
  readonly before: readonly Token[];
  /** Undefined when no known food is named. */
  readonly span: FoodSpan | undefined;
  /** The words that name the food. */
  readonly said: readonly Token[];
  /** Foods that only describe this one: the beef of a beef burger. */
  readonly modifiers: readonly FoodSpan[];
  readonly after: readonly Token[];
  /** Joined by `with`, `on` or `in` to what came before. */
  readonly isAddition: boolean;
}

const ADDING = new Set(['with', 'on', 'over', 'in', 'topped', 'atop', 'using']);
const JOINING = new Set(['and', 'n', 'plus', 'then', 'also', 'alongside', 'or']);
const EXCLUDING = new Set(['without', 'no', 'minus', 'hold', 'except']);

// A one-word dish swallows the food before it: `banana smoothie` is not a banana and a smoothie.
const DISH_STEMS = new Set(
  (
    'sandwich taco burger hamburger cheeseburger soup pie muffin wrap omelette smoothie juice ' +
    'pizza curry cake cookie burrito quesadilla yogurt salad bagel sushi milkshake jam tea latte ' +
    'doughnut lasagna'
  )
    .split(' ')
    .map(stem),
);

interface Draft {
  readonly tokens: { token: Token; span: FoodSpan | undefined }[];
  readonly isAddition: boolean;
  readonly isExcluded: boolean;
}

/**
 * Cuts the text into one segment per food, at separators, at joining words, and where a new amount
 * begins. Joining words inside the name of a food (`mac and cheese`) do not cut. What is named
 * after `without` or `no` is left out.
 */
export function segment(tokens: readonly Token[], spans: readonly FoodSpan[]): readonly Segment[] {
  const starts = new Map(spans.map((span) => [span.start, span]));
  const drafts: Draft[] = [draft(false, false)];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const current = drafts.at(-1) as Draft;
    const span = starts.get(at);
    if (span !== undefined) {
      const named = tokens.slice(span.start, span.end);
      current.tokens.push(...named.map((part) => ({ token: part, span })));
      at = span.end;
      continue;
    }
    if (isBoundary(token)) {
      drafts.push(next(current, token));
    } else {
      if (startsNewAmount(tokens, at, current, starts)) drafts.push(draft(false, false));
      drafts.at(-1)?.tokens.push({ token, span: undefined });
    }
    at += 1;
  }
  return drafts.filter((part) => !part.isExcluded).flatMap(split);
}

function draft(isAddition: boolean, isExcluded: boolean): Draft {
  return { tokens: [], isAddition, isExcluded };
}

function next(current: Draft, token: Token): Draft {
  if (EXCLUDING.has(token.text)) return draft(false, true);
  const empty = current.tokens.length === 0;
  // `with milk and sugar` adds both; `and with milk` adds too.
  const isAddition =
    ADDING.has(token.text) || (token.kind === 'word' && current.isAddition && !empty);
  // `without milk or sugar` leaves out both; `no cheese and fries` only the cheese.
  const goesOn = token.text === 'or' || (token.kind === 'word' && empty);
  return draft(isAddition, current.isExcluded && goesOn);
}

function isBoundary(token: Token): boolean {
  if (token.kind === 'break') return true;
  const { text } = token;
  return ADDING.has(text) || JOINING.has(text) || EXCLUDING.has(text);
}

/** `2 eggs 1 banana` begins anew at 1; `salmon 150 g` and `eggs x2` do not. */
function startsNewAmount(
  tokens: readonly Token[],
  at: number,
  current: Draft,
  starts: ReadonlyMap<number, FoodSpan>,
): boolean {
  const token = tokens[at] as Token;
  const isAmount = token.kind === 'number' || token.text === 'a' || token.text === 'an';
  if (!isAmount || !current.tokens.some((part) => part.span !== undefined)) return false;
  const unit = unitOf(tokens[at + 1]?.stem ?? '');
  const isMeasure = unit !== undefined && (isMass(unit) || isVolume(unit));
  const opensWithFood = current.tokens[0]?.span !== undefined;
  if (isMeasure && opensWithFood && tokens[at + 2]?.text !== 'of') return false;
  for (let ahead = at + 1; ahead < tokens.length; ahead += 1) {
    if (starts.has(ahead)) return true;
    if (isBoundary(tokens[ahead] as Token)) return false;
  }
  return false;
}

/** One segment per food of a draft: `chicken rice` is two, `chicken burrito` one. */
function split(part: Draft): readonly Segment[] {
  const spans = [...new Set(part.tokens.flatMap(({ span }) => span ?? []))];
  const { isAddition } = part;
  if (spans.length === 0) {
    const before = part.tokens.map(({ token }) => token);
    const none = { span: undefined, said: [], modifiers: [], after: [], isAddition };
    return before.length === 0 ? [] : [{ before, ...none }];
  }
  const out: Segment[] = [];
  let before: readonly Token[] = [];
  let modifiers: readonly FoodSpan[] = [];
  for (const [index, span] of spans.entries()) {
    const last = part.tokens.findLastIndex((entry) => entry.span === span);
    const first = part.tokens.findIndex((entry) => entry.span === span);
    if (index === 0) before = part.tokens.slice(0, first).map(({ token }) => token);
    const follows = spans[index + 1];
    const until = follows === undefined ? part.tokens.length : firstOf(part, follows);
    const gap = part.tokens.slice(last + 1, until).map(({ token }) => token);
    const said = part.tokens.slice(first, last + 1).map(({ token }) => token);
    if (follows !== undefined && gap.length === 0 && isDish(part, follows)) {
      modifiers = [...modifiers, span];
      continue;
    }
    // Amounts before the next food belong to this one, plain words to the next.
    const isTrailing = follows === undefined || gap.some((token) => token.kind === 'number');
    out.push({ before, span, said, modifiers, after: isTrailing ? gap : [], isAddition });
    before = isTrailing ? [] : gap;
    modifiers = [];
  }
  return out;
}

function firstOf(part: Draft, span: FoodSpan): number {
  return part.tokens.findIndex((entry) => entry.span === span);
}

function isDish(part: Draft, span: FoodSpan): boolean {
  const word = part.tokens[firstOf(part, span)]?.token.stem ?? '';
  return span.end - span.start === 1 && DISH_STEMS.has(word);
}
