import type { Lexicon } from '../match/lexicon.js';
import { correct } from '../match/typos.js';
import { isKnownWord } from '../words/known-words.js';
import { stem } from '../words/stem.js';
import type { Token } from './tokenise.js';

/** Reads misspelled food words as what was meant: `brocolli` as `broccoli`. Others stay. */
export function respell(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'word' || isKnownWord(token, lexicon)) return token;
    const better = correct(token.stem, lexicon);
    if (better === undefined) return token;
    const text = lexicon.spellings.get(better) ?? better;
    return { ...token, text, stem: stem(text), misspelled: token.text };
  });
}
