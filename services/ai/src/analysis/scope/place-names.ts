import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { PLACE_NAMES } from '../words/place-names.js';
import { stem } from '../words/stem.js';

const NAMES = PLACE_NAMES.map((name) => name.map(stem));

/**
 * Leaves out names of places, whose words may be foods: `olive garden breadsticks`. A food that the
 * table knows under the name of the place keeps it: `burger king fries`.
 */
export function withoutPlaceNames(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const length = placeAt(tokens, at);
    if (length === 0 || isFood(tokens, at, length, lexicon)) {
      out.push(tokens[at] as Token);
      at += 1;
    } else {
      at += length;
    }
  }
  return out;
}

function placeAt(tokens: readonly Token[], at: number): number {
  const fits = NAMES.filter((name) =>
    name.every((word, ahead) => tokens[at + ahead]?.stem === word),
  );
  return Math.max(0, ...fits.map((name) => name.length));
}

/** Whether a name of the table reaches over the end of the place, or is it. */
function isFood(tokens: readonly Token[], at: number, length: number, lexicon: Lexicon): boolean {
  let key = '';
  for (let ahead = 0; ahead < Math.min(lexicon.longestAlias, tokens.length - at); ahead += 1) {
    const token = tokens[at + ahead] as Token;
    if (token.kind === 'break') return false;
    key = ahead === 0 ? token.stem : `${key} ${token.stem}`;
    if (ahead + 1 >= length && lexicon.byAlias.has(key)) return true;
  }
  return false;
}
