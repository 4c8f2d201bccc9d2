import { numberToken, type Token } from '../normalise/tokenise.js';
import { OTHER_EATERS } from '../words/people.js';
import { wordSet } from '../words/word-sets.js';

const SPLITTING = wordSet('split shared halved');
const WITH = wordSet('with between');
const AMONG = wordSet('between among amongst');
const WAYS = wordSet('ways way');
const OWN = wordSet('had ate took eaten got finished');
const HALF = 0.5;
const MOST_EATERS = 12;

/**
 * `split a pizza with my wife` is half of it for the one who writes, `shared nachos with 3 friends`
 * a quarter, unless the own share is said: `shared nachos with a friend, had about a third`.
 */
export function withShares(tokens: readonly Token[]): readonly Token[] {
  const gone = new Set<Token>();
  const out = tokens.map((token, at) => {
    if (!SPLITTING.has(token.text) || saysOwnShare(tokens, at)) return token;
    const sentence = sentenceBehind(tokens, at);
    const among = sentence.findIndex((_, ahead) => eatersAt(sentence, ahead) !== undefined);
    const eaters = eatersAt(sentence, among);
    if (eaters !== undefined) {
      for (const word of sentence.slice(among, among + 2)) gone.add(word);
      return numberToken(1 / eaters, token.start, token.end, true);
    }
    return isWithOne(sentence) ? numberToken(HALF, token.start, token.end, true) : token;
  });
  return out.filter((token) => !gone.has(token));
}

function sentenceBehind(tokens: readonly Token[], at: number): readonly Token[] {
  const end = tokens.slice(at + 1).findIndex((token) => token.text === '.');
  return tokens.slice(at + 1, end < 0 ? undefined : at + 1 + end);
}

/** Among how many it was split: `with 3 friends`, `between 4 of us`, `3 ways`. */
function eatersAt(tokens: readonly Token[], at: number): number | undefined {
  const [token, next, third] = tokens.slice(Math.max(0, at), at + 3);
  if (at < 0 || token === undefined || next === undefined) return undefined;
  if (isEaters(token) && WAYS.has(next.text)) return token.value;
  if (AMONG.has(token.text) && isEaters(next)) return next.value;
  const isCompany = OTHER_EATERS.has(third?.text ?? '') || third?.text === 'people';
  return token.text === 'with' && isEaters(next, 1) && isCompany ? next.value + 1 : undefined;
}

function isEaters({ kind, value }: Token, least = 2): boolean {
  return kind === 'number' && Number.isInteger(value) && value >= least && value <= MOST_EATERS;
}

function isWithOne(sentence: readonly Token[]): boolean {
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
