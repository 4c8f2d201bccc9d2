import { stem } from './stem.js';

/** A word, number or separator of the meal text, with its place in the original. */
export interface Token {
  readonly kind: 'word' | 'number' | 'break';
  /** Lower case, without accents and possessive; for a break `,` (list) or `.` (sentence). */
  readonly text: string;
  readonly stem: string;
  /** Only of a number; may be negative. Zero otherwise. */
  readonly value: number;
  /** The number is a guess or a mean: `a few`, `2-3`. */
  readonly about: boolean;
  readonly start: number;
  readonly end: number;
}

/** Longer texts are cut here: nobody eats that much, and the time per meal stays bounded. */
export const MAX_TEXT_LENGTH = 4000;

// Larger counts are all equally implausible; the cap keeps every product finite.
const MAX_NUMBER = 1e6;

const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅛': 1 / 8,
};

// Tried in this order at each place. Clock times and prices come first: they are not amounts.
const TOKEN = new RegExp(
  [
    String.raw`(?<skip>\d{1,2}:\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]m\b|[$£€]\s?\d+(?:[.,]\d+)?)`,
    String.raw`(?<percent>\d+(?:[.,]\d+)?\s?%)`,
    String.raw`(?<number>(?:\d+\s+)?\d+\s?[/⁄]\s?\d+|\d*\s?[½⅓⅔¼¾⅛]|\d{1,3}(?:,\d{3})+(?!\d)|\d+[.,]\d+|\.\d+|\d+)`,
    String.raw`(?<short>w\/o?(?![\p{L}]{2,}\/)|&)`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)`,
    '(?<dash>[-–—−])',
    '(?<list>[,;+|/•])',
    String.raw`(?<sentence>[.!?\n])`,
  ].join('|'),
  'giu',
);

/** The named groups of TOKEN; exactly one is set in each match. */
interface Groups {
  readonly skip?: string;
  readonly percent?: string;
  readonly number?: string;
  readonly short?: string;
  readonly word?: string;
  readonly dash?: string;
  readonly list?: string;
  readonly sentence?: string;
}

const ABBREVIATION = /^(?:oz|lbs?|tbsp|tsp|pkg|pcs?|approx)$/u;

/** Splits a meal text into tokens. Accepts any string. */
export function tokenise(text: string): readonly Token[] {
  const source = text.slice(0, MAX_TEXT_LENGTH);
  const tokens: Token[] = [];
  let negative = false;
  for (const match of source.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const groups: Groups = match.groups ?? {};
    if (groups.dash !== undefined) {
      const role = dashRole(source, start);
      negative = role === 'minus';
      if (role === 'range') tokens.push(word('to', start, end));
      if (role === 'break') tokens.push(separator(',', start, end));
    } else if (groups.number !== undefined) {
      const size = Math.min(numberValue(groups.number), MAX_NUMBER);
      tokens.push(numberToken(negative ? -size : size, start, end));
      negative = false;
    } else {
      const token = plainToken(groups, start, end, tokens.at(-1));
      if (token !== undefined) tokens.push(token);
    }
  }
  return tokens;
}

export function numberToken(value: number, start: number, end: number, about = false): Token {
  return { kind: 'number', text: '', stem: '', value, about, start, end };
}

function plainToken(
  groups: Groups,
  start: number,
  end: number,
  previous: Token | undefined,
): Token | undefined {
  if (groups.percent !== undefined) {
    return word(groups.percent.replace(/\s/gu, ''), start, end);
  }
  if (groups.short !== undefined) return word(shortWord(groups.short), start, end);
  if (groups.word !== undefined) return word(plainWord(groups.word), start, end);
  if (groups.list !== undefined) return separator(',', start, end);
  if (groups.sentence === '.' && previous !== undefined && ABBREVIATION.test(previous.text)) {
    return undefined; // "8 oz. steak" is one phrase
  }
  return groups.skip !== undefined ? separator(',', start, end) : separator('.', start, end);
}

/** A dash is a sign (`-3`), a range (`2-3`), a hyphen (`stir-fry`) or a break (`tea - eggs`). */
function dashRole(source: string, at: number): 'minus' | 'range' | 'hyphen' | 'break' {
  const before = source.slice(Math.max(0, at - 2), at);
  const after = source.slice(at + 1, at + 3);
  if (/\d\s?$/u.test(before) && /^\s?\d/u.test(after)) return 'range';
  if (/^\d/u.test(after) && !/[\p{L}\d]$/u.test(before)) return 'minus';
  return /^\s|^$/u.test(after) ? 'break' : 'hyphen';
}

function word(text: string, start: number, end: number): Token {
  return { kind: 'word', text, stem: stem(text), value: 0, about: false, start, end };
}

function separator(text: ',' | '.', start: number, end: number): Token {
  return { kind: 'break', text, stem: '', value: 0, about: false, start, end };
}

function shortWord(text: string): string {
  if (text === '&') return 'and';
  return text.endsWith('/') ? 'with' : 'without';
}

/** `Café` → `cafe`, `McDonald's` → `mcdonald`, `didn't` → `didnt`. */
function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/['’]/gu, '');
}

function numberValue(text: string): number {
  const vulgar = Object.entries(VULGAR).find(([sign]) => text.includes(sign));
  if (vulgar !== undefined) return Number(text.slice(0, -1).trim() || 0) + vulgar[1];
  const fraction = /^(?:(\d+)\s+)?(\d+)\s?[/⁄]\s?(\d+)$/u.exec(text);
  if (fraction !== null) {
    const [, whole = '0', top = '0', bottom = '1'] = fraction;
    return Number(whole) + Number(top) / (Number(bottom) || 1);
  }
  // 1,500 is a thousand and a half; 1,5 is one and a half, as most of the world writes it.
  const thousands = /^[1-9]\d{0,2}(?:,\d{3})+$/u.test(text);
  return Number(thousands ? text.replaceAll(',', '') : text.replace(',', '.'));
}
