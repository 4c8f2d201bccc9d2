import { isNoise } from '../words/noise.js';
import { unitOf } from '../words/units.js';
import { numberToken, type Token, wordToken } from './tokenise.js';

// Without zero: `coke zero` is a name.
const WORDS: ReadonlyMap<string, number> = new Map(
  (
    'one two three four five six seven eight nine ten eleven twelve thirteen ' +
    'fourteen fifteen sixteen seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((name, index) => [name, index + 1] as const),
);

const ENDLESS = 1e6;
const TENS = 'thirty forty fifty sixty seventy eighty ninety hundred'.split(' ');
const LARGE = new Map<string, number>([
  ...TENS.map((name, index) => [name, (index + 3) * 10] as const),
  ...'thousand million billion trillion zillion gazillion infinity infinite nan'
    .split(' ')
    .map((name) => [name, name === 'thousand' ? 1000 : ENDLESS] as const),
]);

// Longest first. `~` marks a guess.
const PHRASES: readonly (readonly [string, number])[] = [
  ['three quarters of a', 0.75],
  ['two thirds of a', 2 / 3],
  ['a quarter of a', 0.25],
  ['a third of a', 1 / 3],
  ['half of an', 0.5],
  ['half of the', 0.5],
  ['half of a', 0.5],
  ['half a dozen', 6],
  ['three quarters', 0.75],
  ['two thirds', 2 / 3],
  ['two thirds of the', 2 / 3],
  ['a quarter of the', 0.25],
  ['a third of the', 1 / 3],
  ['a third', 1 / 3],
  ['a quarter', 0.25],
  ['quarter of a', 0.25],
  ['third of a', 1 / 3],
  ['half dozen', 6],
  ['half of', 0.5],
  ['half an', 0.5],
  ['half a', 0.5],
  ['one half', 0.5],
  ['a half', 0.5],
  ['a dozen', 12],
  ['a hundred', 100],
  ['a thousand', 1000],
  ['hundreds of', 200],
  ['thousands of', 2000],
  ['millions of', ENDLESS],
  ['a million', ENDLESS],
  ['a billion', ENDLESS],
  ['~a couple of', 2],
  ['~a couple', 2],
  ['~couple of', 2],
  ['~couple', 2],
  ['a pair of', 2],
  ['~a short stack of', 3],
  ['~a tall stack of', 4],
  ['~a stack of', 3],
  ['~short stack of', 3],
  ['~tall stack of', 4],
  ['~stack of', 3],
  ['~a few', 3],
  ['~few', 3],
  ['~several', 4],
  ['dozen', 12],
  ['hundred', 100],
  ['half', 0.5],
];

interface Reading {
  readonly value: number;
  readonly length: number;
  readonly about: boolean;
}

/**
 * Replaces the words of a number by one number token: `two and a half`, `half an`, `2 to 3`,
 * `a cup and a half`. Done before segmenting, because `and` inside a number separates nothing.
 */
export function readNumbers(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    if (isCream(tokens, at)) {
      out.push(...tokens.slice(at, at + 3));
      at += 3;
      continue;
    }
    const below = isMinus(tokens, at) ? numberAt(tokens, at + 1) : undefined;
    if (below !== undefined) {
      out.push(numberToken(-below.value, token.start, (tokens[at + below.length] ?? token).end));
      at += 1 + below.length;
      continue;
    }
    if (isBird(tokens, at)) {
      out.push(wordToken(shareWord(token) ?? '', token.start, token.end));
      at += textAt(tokens, at + 1, 1) === 'a' ? 2 : 1;
      continue;
    }
    const reading = numberAt(tokens, at);
    if (reading === undefined) {
      out.push(token);
      at += 1;
      continue;
    }
    const end = (tokens[at + reading.length - 1] ?? token).end;
    out.push(numberToken(reading.value, token.start, end, reading.about));
    at += reading.length;
    const unit = tokens[at];
    if (unit !== undefined && isUnit(unit) && textAt(tokens, at + 1, 3) === 'and a half') {
      out.splice(-1, 1, numberToken(reading.value + 0.5, token.start, end, reading.about), unit);
      at += 4;
    }
  }
  return out;
}

function numberAt(tokens: readonly Token[], at: number): Reading | undefined {
  const first = phraseAt(tokens, at) ?? atomAt(tokens, at) ?? articleAt(tokens, at);
  if (first === undefined) return undefined;
  const next = at + first.length;
  const phrase = textAt(tokens, next, 3);
  if (phrase === 'and a half') return grown(first, first.value + 0.5, 3);
  if (phrase === 'and a quarter') return grown(first, first.value + 0.25, 3);
  // `one and half cup`, but not `coffee and half and half`
  const unit = tokens[next + 2];
  const isHalf = textAt(tokens, next, 2) === 'and half' && unit !== undefined && isUnit(unit);
  if (isHalf && Number.isInteger(first.value)) return grown(first, first.value + 0.5, 2);
  const part = tokens[next + 1];
  const isMixed = textAt(tokens, next, 1) === 'and' && part?.kind === 'number';
  if (isMixed && part.value > 0 && part.value < 1 && Number.isInteger(first.value)) {
    return grown(first, first.value + part.value, 2);
  }
  const joiner = textAt(tokens, next, 1);
  if (joiner === 'dozen') return grown(first, first.value * 12, 1);
  const times = LARGE.get(joiner) ?? 0;
  if (times >= 100) return grown(first, Math.min(first.value * times, ENDLESS), 1);
  const ones = WORDS.get(joiner) ?? 0;
  if (first.value >= 20 && first.value % 10 === 0 && ones > 0 && ones < 10) {
    return grown(first, first.value + ones, 1);
  }
  const second = joiner === 'to' || joiner === 'or' ? atomAt(tokens, next + 1) : undefined;
  if (second === undefined || second.value <= first.value) return first;
  return { ...grown(first, (first.value + second.value) / 2, 1 + second.length), about: true };
}

function grown(reading: Reading, value: number, by: number): Reading {
  return { ...reading, value, length: reading.length + by };
}

/** `half chicken`, `half a roast chicken with chips`: roasted whole, it is sold so. */
function isBird(tokens: readonly Token[], at: number): boolean {
  const share = shareWord(tokens[at]);
  const bird = tokens.slice(at, at + LONGEST_BIRD).findIndex(({ text }) => text === 'chicken');
  const next = tokens[at + bird + 1];
  // `half chicken medium`, `quarter chicken hot`: how spicy it is.
  const isHeat = /^(?:medium|hot|mild|spicy|lemon|plain|extra|herb)$/u.test(next?.text ?? '');
  if (next?.kind === 'word' && !isNoise(next.stem) && !isHeat) return false;
  const rest = textAt(tokens, at + 1, bird);
  return bird > 0 && share !== undefined && BIRD.test(rest);
}

/** `half`, also of `1/2`. */
function shareWord(token: Token | undefined): string | undefined {
  if (token?.kind === 'number') return SHARES.get(token.value);
  return token?.text === 'half' || token?.text === 'quarter' ? token.text : undefined;
}

const SHARES = new Map([
  [0.5, 'half'],
  [0.25, 'quarter'],
]);
const BIRD = /^(?:a )?(?:roast |rotisserie |peri peri )?chicken$/u;
const LONGEST_BIRD = 4;

/** `half and half` is cream. */
function isCream(tokens: readonly Token[], at: number): boolean {
  return /^half (?:and|n) half$/u.test(textAt(tokens, at, 3));
}

function phraseAt(tokens: readonly Token[], at: number): Reading | undefined {
  // `one half and half` is one cream, not one half.
  if (isCream(tokens, at + 1)) return undefined;
  for (const [phrase, value] of PHRASES) {
    const about = phrase.startsWith('~');
    const words = about ? phrase.slice(1) : phrase;
    const length = words.split(' ').length;
    if (textAt(tokens, at, length) === words) return { value, length, about };
  }
  return undefined;
}

function atomAt(tokens: readonly Token[], at: number): Reading | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind === 'break') return undefined;
  // `zero slices of pizza`
  const isNone = token.text === 'zero' && textAt(tokens, at + 2, 1) === 'of';
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  // `zero eggs for breakfast`, not `coke zero`.
  const isNoneOf =
    token.text === 'zero' &&
    (before?.kind !== 'word' || /^(?:had|ate|eaten)$/u.test(before.text)) &&
    next?.kind === 'word' &&
    next.stem !== next.text &&
    !/^(?:calories|carbs|cals|grams|points)$/u.test(next.text);
  if (isNoneOf || (isNone && next !== undefined && isUnit(next))) {
    return { value: 0, length: 1, about: false };
  }
  if (token.text === 'nan' && !isNotANumber(tokens, at)) return undefined;
  // `quarter pound of ham`; a `quarter pound burger` is a name.
  const [unit, food] = tokens.slice(at + 1, at + 3);
  const isShare = token.text === 'quarter' && unit !== undefined && isUnit(unit);
  if (isShare && !/burger$/u.test(food?.text ?? ''))
    return { value: 0.25, length: 1, about: false };
  const value =
    token.kind === 'number' ? token.value : (WORDS.get(token.text) ?? LARGE.get(token.text));
  return value === undefined ? undefined : { value, length: 1, about: false };
}

/** `minus two eggs`, `ate minus two`; `salad minus the egg` leaves it out. */
function isMinus(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const isFirst = before === undefined || /^(?:had|ate|drank)$/u.test(before.text);
  return isFirst && /^(?:minus|negative)$/u.test(tokens[at]?.text ?? '');
}

/** `NaN bananas`; a grandmother is nan too, and a bread: `my nan made soup`, `nan and dal`. */
function isNotANumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const isOwner = token.end - token.start > token.text.length;
  if (isOwner || next?.kind !== 'word' || tokens[at - 1]?.kind === 'word') return false;
  return isUnit(next) || (next.stem !== next.text && next.text.endsWith('s'));
}

/** An article is a number only in `a cup and a half`; elsewhere it stays a word. */
function articleAt(tokens: readonly Token[], at: number): Reading | undefined {
  const unit = tokens[at + 1];
  const counts = textAt(tokens, at, 1) === 'a' && unit !== undefined && isUnit(unit);
  return counts && textAt(tokens, at + 2, 3) === 'and a half'
    ? { value: 1, length: 1, about: false }
    : undefined;
}

function isUnit(token: Token): boolean {
  return token.kind === 'word' && unitOf(token.stem) !== undefined;
}

/** The words at a place, or '' when one of them is not a word. */
function textAt(tokens: readonly Token[], at: number, length: number): string {
  const part = tokens.slice(at, at + length);
  return part.length === length && part.every((token) => token.kind === 'word')
    ? part.map((token) => token.text).join(' ')
    : '';
}
