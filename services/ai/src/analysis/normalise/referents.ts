import type { Lexicon } from '../match/lexicon.js';
import { OTHER_EATERS } from '../words/people.js';
import { unitOf } from '../words/units.js';
import { wordSet } from '../words/word-sets.js';
import { type Token, wordToken } from './tokenise.js';

const TAKING = wordSet('had ate took got grabbed tried stole picked chose have having eating');
const COUNTS = wordSet('one two three four five six a');
const ENDS = wordSet('and with but then plus so for from today at while before after');
const BRINGING = wordSet('brought made wanted ordered bought baked left');
const MOST_WORDS = 2;

/**
 * Says again what `one` stands for: `the kids wanted pizza so i had 2 slices of the veggie one`,
 * `someone brought donuts, had one glazed`. Only where the table knows the two words together.
 */
export function withReferents(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const named: Token[] = [];
  const told = new Set<Token>();
  const out = tokens.flatMap((token, at) => {
    const food = named.findLast((one) => isMeant(tokens, at, one, lexicon));
    const kind = food === undefined || !isUnit(token) ? [] : kindOf(food, tokens, lexicon);
    if (food !== undefined) for (const word of [food, ...kind]) told.add(word);
    if (isPronoun(tokens, at)) return food === undefined ? [] : [noun(food, token)];
    if (isFood(token, lexicon)) named.push(token);
    if (food === undefined) return [token];
    const own = isUnit(token) ? kind.map(({ text }) => wordToken(text, token.end, token.end)) : [];
    return [token, ...own, noun(food, token)];
  });
  // What there was is not eaten beside what was taken of it.
  return out.filter((token) => !told.has(token));
}

function isMeant(tokens: readonly Token[], at: number, food: Token, lexicon: Lexicon): boolean {
  if (!isPronoun(tokens, at)) return isCounted(tokens, at, food, lexicon);
  return kindsAt(tokens, at).some((words) => isKind(words, food, lexicon));
}

/** `had one glazed`, and of what somebody brought `had one with cream cheese`. */
function isCounted(tokens: readonly Token[], at: number, food: Token, lexicon: Lexicon): boolean {
  if (!isEnd(tokens, at)) return false;
  const length = [0, 1, MOST_WORDS].find((words) => isTaken(tokens, at - words));
  if (length === undefined) return false;
  // `my daughter brought a pecan pie so i had one slice with ice cream`
  if (length === 1 && isUnit(tokens[at])) {
    return (
      /^(?:with|and)$/u.test(tokens[at + 1]?.text ?? '') && tokens.slice(0, at).some(isBringing)
    );
  }
  if (length > 0) return isKind(tokens.slice(at - length + 1, at + 1), food, lexicon);
  return tokens[at + 1]?.text === 'with' && tokens.slice(0, at).some(isBringing);
}

function isUnit(token: Token | undefined): boolean {
  return token?.kind === 'word' && unitOf(token.stem) !== undefined;
}

function isBringing({ text }: Token): boolean {
  return OTHER_EATERS.has(text) || BRINGING.has(text);
}

/** The number of `i had one`. */
function isTaken(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const isCount = token?.kind === 'number' || COUNTS.has(token?.text ?? '');
  return isCount && TAKING.has(tokens[at - 1]?.text ?? '');
}

function isEnd(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind !== 'word' || ENDS.has(next.text);
}

/** `the veggie one`, `the two plain ones`; not `the one`. */
function isPronoun(tokens: readonly Token[], at: number): boolean {
  if (!/^ones?$/u.test(tokens[at]?.text ?? '') || !isEnd(tokens, at)) return false;
  if (tokens[at - 1]?.kind !== 'word' || tokens[at - 1]?.text === 'the') return false;
  return tokens.slice(Math.max(0, at - MOST_WORDS - 1), at - 1).some(({ text }) => text === 'the');
}

/** The words before `one` that may tell its kind, longest first. */
function kindsAt(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  return [MOST_WORDS, 1].map((length) => tokens.slice(Math.max(0, at - length), at));
}

function isKind(words: readonly Token[], food: Token, lexicon: Lexicon): boolean {
  const said = words.map(({ stem }) => stem);
  return !said.includes(food.stem) && lexicon.byAlias.has([...said, food.stem].join(' '));
}

function isFood({ kind, stem }: Token, lexicon: Lexicon): boolean {
  return kind === 'word' && lexicon.byAlias.has(stem);
}

/** The `pecan` of `pecan pie`, where nothing else tells the kind. */
function kindOf(food: Token, tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const at = tokens.indexOf(food);
  const kind = [MOST_WORDS, 1]
    .map((length) => tokens.slice(Math.max(0, at - length), at))
    .find((words) => words.length > 0 && isKind(words, food, lexicon));
  return kind ?? [];
}

/** One of them: `donut` of `donuts`. */
function noun({ text, stem }: Token, { end }: Token): Token {
  return { ...wordToken(text.replace(/(?<=.{3})s$/u, ''), end, end), stem };
}
