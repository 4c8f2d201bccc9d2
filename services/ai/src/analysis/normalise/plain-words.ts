import { COLOURS_OF_WINE, DIALECT, WINE_VESSELS } from '../words/dialect.js';
import { type Token, wordToken } from './tokenise.js';

/** Says in the words of the table what people of one country say: `sarnie`, `a glass of red`. */
export function inPlainWords(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word') return [token];
    if (isJelly(tokens, at)) return [wordToken('jelly', token.start, token.end)];
    if (isOfEgg(tokens, at)) return [wordToken('egg', token.start, token.start), token];
    const meant = DIALECT.get(token.text);
    if (meant !== undefined) return meant.map((text) => wordToken(text, token.start, token.end));
    return isWine(tokens, at) ? [token, wordToken('wine', token.end, token.end)] : [token];
  });
}

/** `toast with pb&j`: on bread these are two spreads. */
function isJelly(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(Math.max(0, at - 3), at + 1).map(({ text }) => text);
  return /^(?:with|on) pb and j$/u.test(words.join(' '));
}

/** `1 egg 2 whites` */
function isOfEgg(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'whites' && tokens[at - 1]?.kind === 'number';
}

function isWine(tokens: readonly Token[], at: number): boolean {
  const isOf = tokens[at - 1]?.text === 'of' && WINE_VESSELS.has(tokens[at - 2]?.text ?? '');
  const next = tokens[at + 1];
  const ends = next?.kind !== 'word' || ENDS.has(next.text);
  return isOf && ends && COLOURS_OF_WINE.has(tokens[at]?.text ?? '');
}

const ENDS: ReadonlySet<string> = new Set(['with', 'and', 'for', 'after', 'at', 'then', 'to']);
