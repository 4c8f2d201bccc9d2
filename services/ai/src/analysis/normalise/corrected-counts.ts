import { OTHER_EATERS } from '../words/people.js';
import { wordSet } from '../words/word-sets.js';
import { numberToken, type Token } from './tokenise.js';

const STRONG = wordSet('wait sorry actually scratch correction oops rather');
const WEAK = wordSet('no nope oh well er um was it its it’s i had ate meant mean that make');
const TAKING = wordSet('nicked stole stolen pinched swiped took robbed grabbed snatched snuck');
const CLAUSE = wordSet('but and then');
const MEALS_END = wordSet('and with of plus for from today tonight in on total altogether then');
const MOST_WORDS = 7;

/**
 * What was put right counts: `2 eggs no wait it was 3`, `4 biscuits. make that 5`, `7 nuggets but my
 * son nicked 2 so 5`.
 */
export function withCorrectedCounts(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const count = countBefore(out);
    const start = count < 0 ? -1 : correctionStart(out, count, tokens, at);
    if (start < 0) out.push(token);
    else {
      const value = left(out, count, start, token, tokens, at);
      const first = out[count] as Token;
      out.splice(start);
      out.splice(count, 1, numberToken(value, first.start, first.end, token.about));
    }
  }
  return out;
}

/** The last number that was said, before the words that may put it right. */
function countBefore(out: readonly Token[]): number {
  const isSaid = (token: Token): boolean => token.kind === 'number' && token.value > 0;
  const last = out.findLastIndex(isSaid);
  const isTaken = last > 0 && TAKING.has(out[last - 1]?.text ?? '');
  return isTaken ? out.slice(0, last).findLastIndex(isSaid) : last;
}

/** Where the words begin that put an earlier number right with the one at this place; -1 for none. */
function correctionStart(
  out: readonly Token[],
  count: number,
  tokens: readonly Token[],
  at: number,
): number {
  const token = tokens[at] as Token;
  if (token.kind !== 'number') return -1;
  const taken = takenStart(out, count);
  // `7 nuggets but my son nicked 2`
  if (TAKING.has(out.at(-1)?.text ?? '')) {
    const next = tokens[at + 1]?.text;
    return next === 'so' || !isEnd(tokens, at) ? -1 : takenStart([...out, token], count);
  }
  if (!isEnd(tokens, at)) return -1;
  // `so 5`, `so i had 5`
  if (taken >= 0 && out.slice(-4).some(({ text }) => text === 'so')) return taken;
  const length = out.toReversed().findIndex((word) => !isCorrecting(word));
  const start = length < 0 ? 0 : out.length - length;
  const words = out.slice(start).map(({ text }) => text);
  const isStrong =
    words.some((word) => STRONG.has(word)) || /make (?:that|it)/u.test(words.join(' '));
  return start > count + 1 && isStrong ? start : -1;
}

/** Where `but my son nicked 2` begins. */
function takenStart(out: readonly Token[], count: number): number {
  const ahead = out.slice(count + 1, count + 1 + MOST_WORDS * 2);
  const verb = ahead.findIndex(({ text }) => TAKING.has(text));
  if (verb < 0) return -1;
  const clause = ahead
    .slice(0, verb)
    .findLastIndex(({ kind, text }) => kind === 'break' || CLAUSE.has(text));
  const isOther = ahead.slice(clause + 1, verb).some(({ text }) => OTHER_EATERS.has(text));
  return clause < 1 || !isOther ? -1 : count + 1 + clause;
}

function left(
  out: readonly Token[],
  count: number,
  start: number,
  token: Token,
  tokens: readonly Token[],
  at: number,
): number {
  const said = out[count]?.value ?? 0;
  const isTaken = TAKING.has(tokens[at - 1]?.text ?? '') && start > count;
  return isTaken && token.value < said ? said - token.value : token.value;
}

function isCorrecting({ kind, text }: Token): boolean {
  return kind === 'break' || STRONG.has(text) || WEAK.has(text);
}

/** Behind it stands no food of its own. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    next === undefined || next.kind === 'break' || MEALS_END.has(next.text) || next.text === 'so'
  );
}
