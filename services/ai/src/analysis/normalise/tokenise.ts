import { stem } from '../words/stem.js';
import { numberValue } from './number-value.js';

/** A word, number or separator of the meal text, with its place in the original. */
export interface Token {
  readonly kind: 'word' | 'number' | 'break';
  /** Lower case, without accents and possessive; for a break `,` (list), `-`, `.` (sentence), `:`, `(`, `)`. */
  readonly text: string;
  /** Singular and plural have the same; of a number its digits. */
  readonly stem: string;
  /** Only of a number; may be negative. Zero otherwise. */
  readonly value: number;
  /** The number is a guess or a mean: `a few`, `2-3`. */
  readonly about: boolean;
  /** What the text says, where another spelling was meant. */
  readonly misspelled?: string;
  readonly start: number;
  readonly end: number;
}

/** Longer texts are cut here: nobody eats that much, and the time per meal stays bounded. */
export const MAX_TEXT_LENGTH = 4000;

// Larger counts are all equally implausible; the cap keeps every product finite.
const MAX_NUMBER = 1e6;

// Tried in this order at each place. Clock times and prices come first: they are not amounts.
// Then names with digits in them, lengths, and the lean share of minced meat (`80/20`).
const TOKEN = new RegExp(
  [
    String.raw`(?<skip>\d{1,2}:\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|[$£€]\s?\d+(?:[.,]\d+)?)`,
    String.raw`(?<name>\b7[ -]?up\b|\bv8\b|\ba1\b|\b3 musketeers\b|\b(?:5|five) guys\b|\bm\s?(?:&|and|n)\s?m'?s?\b)`,
    String.raw`(?<inch>\b\d{1,2}\s?-?(?:inch(?:es)?\b|["”″]))`,
    String.raw`(?<lean>\b(?:7[05]|73|8[058]|9\d)\s?\/\s?(?:30|25|27|20|15|12|10|[1-9])(?!\d|\s?\/)|\b[789]\d\s?\/\s?[123]?\d(?=\s?(?:%|lean|ground|beef|turkey|hamburger|burger|mince)))`,
    String.raw`(?<percent>\d+(?:[.,]\d+)?\s?(?:%|percent\b))`,
    String.raw`(?<number>\d+(?:\.\d+)?e\+?\d+\b|(?:\d+(?:\s+|-))?\d+\s?[/⁄]\s?\d+|\d*\s?[¼-¾⅐-⅞]|\d{1,3}(?:,\d{3})+(?!\d)|\d+[.,]\d+|\.\d+|\d+)`,
    String.raw`(?<times>[×*]|(?<=\d\s?)x(?=[\p{L}\d\s]))`,
    String.raw`(?<short>\bw\/o?(?![\p{L}]{2,}\/)|[&+]|\bw\b(?=\s)|['’]?\bn\b['’]?(?=\s))`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)`,
    '(?<dash>[-–—−])',
    '(?<paren>[()[\\]])',
    '(?<colon>:)',
    '(?<list>[,;|/•·])',
    String.raw`(?<sentence>[.!?\n])`,
  ].join('|'),
  'giu',
);

/** The named groups of TOKEN; exactly one is set in each match. */
type Groups = Readonly<
  Partial<
    Record<
      | 'skip'
      | 'name'
      | 'inch'
      | 'lean'
      | 'percent'
      | 'number'
      | 'short'
      | 'word'
      | 'dash'
      | 'times'
      | 'paren'
      | 'colon'
      | 'list'
      | 'sentence',
      string
    >
  >
>;

const ABBREVIATION =
  /^(?:oz|gm?|ml|tb|tbl|lbs?|tbsp|tbs|tsp|pkg|pcs?|approx|fl|lg|sm|med|st|mr|mrs|dr)$/u;

/** Splits a meal text into tokens. Accepts any string. */
export function tokenise(text: string): readonly Token[] {
  const source = halfWidth(text.slice(0, MAX_TEXT_LENGTH));
  const tokens: Token[] = [];
  let negative = false;
  for (const match of source.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const groups: Groups = match.groups ?? {};
    if (groups.dash !== undefined) {
      const role = dashRole(source, start);
      negative = role === 'minus';
      if (role === 'range') tokens.push(wordToken('to', start, end));
      if (role === 'break') tokens.push(separator('-', start, end));
    } else if (groups.number !== undefined) {
      const size = Math.min(numberValue(groups.number), MAX_NUMBER);
      tokens.push(numberToken(negative ? -size : size, start, end));
      negative = false;
    } else {
      // `1 c. rice`: a letter and a full stop behind a number are a unit.
      const isUnit = tokens.at(-2)?.kind === 'number' && /^[ct]$/u.test(tokens.at(-1)?.text ?? '');
      if (isUnit && groups.sentence === '.') continue;
      const token = plainToken(groups, start, end, tokens.at(-1));
      if (token !== undefined) tokens.push(token);
    }
  }
  return tokens;
}

export function numberToken(value: number, start: number, end: number, about = false): Token {
  return { kind: 'number', text: String(value), stem: String(value), value, about, start, end };
}

export function wordToken(text: string, start: number, end: number): Token {
  return { kind: 'word', text, stem: stem(text), value: 0, about: false, start, end };
}

function plainToken(
  groups: Groups,
  start: number,
  end: number,
  previous: Token | undefined,
): Token | undefined {
  // A capital T is a tablespoon in recipes, a small one a teaspoon.
  const isTablespoon = groups.word === 'T' && previous?.kind === 'number';
  const text = isTablespoon ? 'tbsp' : textOf(groups);
  if (text !== undefined) return wordToken(text, start, end);
  if (groups.paren !== undefined) {
    return separator(/[([]/u.test(groups.paren) ? '(' : ')', start, end);
  }
  if (groups.colon !== undefined) return separator(':', start, end);
  if (groups.list !== undefined) return separator(',', start, end);
  if (groups.sentence === '.' && previous !== undefined && ABBREVIATION.test(previous.text)) {
    return undefined; // "8 oz. steak" is one phrase
  }
  return groups.skip !== undefined ? separator(',', start, end) : separator('.', start, end);
}

function textOf(groups: Groups): string | undefined {
  if (groups.word !== undefined) return plainWord(groups.word);
  if (groups.short !== undefined) return shortWord(groups.short);
  if (groups.percent !== undefined) return `${groups.percent.replace(/\D*$/u, '')}%`;
  if (groups.lean !== undefined) return `${groups.lean.slice(0, 2)}%`;
  if (groups.inch !== undefined) return `${Number.parseInt(groups.inch, 10)}inch`;
  if (groups.times !== undefined) return 'x';
  if (groups.name === undefined) return undefined;
  if (/guys/iu.test(groups.name)) return 'fiveguys';
  return /^m\s?(?:&|and|n)/iu.test(groups.name)
    ? 'mnm'
    : groups.name.toLowerCase().replace(/[\s-]/gu, '');
}

/** A dash is a sign (`-3`), a range (`2-3`), a hyphen (`stir-fry`) or a break (`tea - eggs`). */
function dashRole(source: string, at: number): 'minus' | 'range' | 'hyphen' | 'break' {
  const before = source.slice(Math.max(0, at - 2), at);
  const after = source.slice(at + 1, at + 3);
  if (/\d\s?$/u.test(before) && /^\s?\d/u.test(after)) return 'range';
  if (/^\d/u.test(after) && !/[\p{L}\d]$/u.test(before)) {
    // `rice -200g` names an amount; `-3 apples` and `-2 eggs and -3 apples` a sign.
    const isListed = /(?:^|\s)(?:and|plus|with|had|ate|drank)\s$/iu.test(
      source.slice(Math.max(0, at - 6), at),
    );
    return /\p{L}\s$/u.test(before) && !isListed ? 'break' : 'minus';
  }
  return /^\s|^$/u.test(after) ? 'break' : 'hyphen';
}

function separator(text: ',' | '-' | '.' | '(' | ')' | ':', start: number, end: number): Token {
  return { kind: 'break', text, stem: '', value: 0, about: false, start, end };
}

function shortWord(text: string): string {
  const lower = text.toLowerCase();
  if (/[n&+]/u.test(lower)) return 'and';
  return lower.endsWith('o') ? 'without' : 'with';
}

/** Full-width letters and digits as plain ones; every character keeps its place. */
function halfWidth(text: string): string {
  return text.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** `Café` → `cafe`, `McDonald's` → `mcdonald`, `didn't` → `didnt`. */
function plainWord(text: string): string {
  const lower = text.toLowerCase();
  // `soooo` is `so`, `yummmm` is `yum`.
  const calm = /(.)\1\1/u.test(lower) ? lower.replace(/(.)\1{2,}/gu, '$1') : lower;
  if (/^[a-z]+$/u.test(calm)) return calm;
  return calm
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
    .replace(/ß/gu, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s$/u, '')
    .replace(/['’]/gu, '');
}
