import type { Lexicon } from '../match/lexicon.js';
import { stemSet } from '../words/word-sets.js';
import type { Token } from './tokenise.js';

const DISHES = stemSet(
  'soup salad sandwich juice stew curry omelette smoothie pie cake milkshake shake pizza taco tea risotto pasta',
);
const LONGEST = 4;

/**
 * `soup of chicken with noodles`, `salad of lettuce and tomato`, `juice of orange`: by the name of
 * the table, where it has one. Whoever writes so thinks in another language.
 */
export function inEnglishOrder(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const dish = tokens[at] as Token;
    const isFrom = tokens[at + 1]?.text === 'from' && dish.text === 'juice';
    const isOf = (tokens[at + 1]?.text === 'of' && DISHES.has(dish.stem)) || isFrom;
    const length = isOf ? lengthOfKind(tokens, at, lexicon) : 0;
    out.push(...tokens.slice(at + 2, at + 2 + length), dish);
    at += length === 0 ? 1 : 2 + length;
  }
  return out;
}

function lengthOfKind(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  const dish = tokens[at] as Token;
  for (let length = LONGEST; length > 0; length -= 1) {
    const kind = tokens.slice(at + 2, at + 2 + length);
    const isPlain = kind.length === length && kind.every((token) => token.kind === 'word');
    const name = [...kind, dish].map(({ stem }) => stem).join(' ');
    if (isPlain && lexicon.byAlias.has(name)) return length;
  }
  return 0;
}
