import { type Lexicon, spellingOf } from '../match/lexicon.js';
import { correct, type Neighbours } from '../match/typos.js';
import { takesOver } from '../scope/not-a-meal.js';
import { COMMON_SLIPS } from '../words/common-slips.js';
import { isKnownWord } from '../words/known-words.js';
import { isNoise } from '../words/noise.js';
import { stem } from '../words/stem.js';
import type { Token } from './tokenise.js';

/** Reads misspelled food words as what was meant: `brocolli` as `broccoli`. Others stay. */
export function respell(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  let before: string | undefined;
  return tokens.flatMap((token, at) => {
    const read = respelled(token, { before, after: tokens[at + 1]?.stem }, lexicon);
    before = read.at(-1)?.stem;
    return read;
  });
}

function respelled(token: Token, around: Neighbours, lexicon: Lexicon): readonly Token[] {
  if (token.kind !== 'word' || takesOver(token.text)) return [token];
  const usual = COMMON_SLIPS.get(token.text);
  if (usual !== undefined && isSlip(token, stem(usual), around, lexicon)) {
    return [{ ...token, text: usual, stem: stem(usual), misspelled: token.text }];
  }
  if (isKnownWord(token, lexicon)) return [token];
  const apart = takenApart(token, lexicon);
  if (apart !== undefined) return apart;
  // As it stands first: `breats` is no plural.
  const better = correct(token.text, lexicon, around) ?? correct(token.stem, lexicon, around);
  if (better === undefined) return [token];
  const text = spellingOf(better, lexicon);
  return [{ ...token, text, stem: stem(text), misspelled: token.text }];
}

/** `vanilla late` is a latte, `a late lunch` is none. */
function isSlip(token: Token, meant: string, around: Neighbours, lexicon: Lexicon): boolean {
  if (lexicon.byAlias.has(token.stem)) return false;
  return !isNoise(token.stem) || lexicon.byAlias.has(`${around.before} ${meant}`);
}

// `icecream`, but not `bread` out of `b` and `read`.
const SHORTEST_HALF = 3;

/** Two words of one name that were written as one: `fishfinger`, `peanutbutter`. */
function takenApart(token: Token, lexicon: Lexicon): readonly Token[] | undefined {
  for (let cut = SHORTEST_HALF; cut <= token.text.length - SHORTEST_HALF; cut += 1) {
    const halves = [token.text.slice(0, cut), token.text.slice(cut)];
    if (lexicon.byAlias.has(halves.map((half) => stem(half)).join(' '))) {
      return halves.map((text) => ({ ...token, text, stem: stem(text) }));
    }
  }
  return undefined;
}
