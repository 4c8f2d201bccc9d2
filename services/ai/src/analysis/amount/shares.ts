import { numberToken, type Token } from '../normalise/tokenise.js';
import { wordSet } from '../words/word-sets.js';

const SPLITTING = wordSet('split shared halved');
const WITH = wordSet('with between');
const OWN = wordSet('had ate took eaten got finished');
const HALF = 0.5;

/**
 * `split a pizza with my wife` is half of it for the one who writes, unless the own share is said:
 * `shared nachos with a friend, had about a third`.
 */
export function withShares(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    if (!SPLITTING.has(token.text) || !isWithOne(tokens, at) || saysOwnShare(tokens, at)) {
      return token;
    }
    return numberToken(HALF, token.start, token.end, true);
  });
}

function isWithOne(tokens: readonly Token[], at: number): boolean {
  const company = tokens.slice(at + 1).findIndex((token) => token.text === '.');
  const sentence = tokens.slice(at + 1, company < 0 ? undefined : at + 1 + company);
  return sentence.some(
    (token, ahead) => WITH.has(token.text) && PERSONAL.has(sentence[ahead + 1]?.text ?? ''),
  );
}

const PERSONAL = wordSet('my a the our his her him them us someone');

function saysOwnShare(tokens: readonly Token[], at: number): boolean {
  // `half each`, `had about a third`
  if (tokens.slice(at + 1).some(({ kind, value }) => kind === 'number' && value < 1)) return true;
  return tokens.some(
    (token, ahead) =>
      ahead > at && OWN.has(token.text) && tokens.slice(ahead, ahead + 4).some(isNumber),
  );
}

function isNumber({ kind }: Token): boolean {
  return kind === 'number';
}
