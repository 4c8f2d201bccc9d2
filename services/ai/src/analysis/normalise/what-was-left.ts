import { wordSet } from '../words/word-sets.js';
import type { Token } from './tokenise.js';

const GIVING = wordSet(
  'gave give saved saving save kept keeping keep left leaving leave packed boxed put binned threw fed ' +
    'froze passed sent brought taking took bagged refrigerated wrapped stuck chucked tossed donated',
);
const REST = wordSet('rest remainder leftover leftovers');
const DETERMINERS = wordSet('the my');
const JOINING = wordSet('and but then so while');
const SELF = wordSet('i we had ate then');
const ENDS = wordSet('and but then with plus so');

/**
 * `ate half, gave the other half to my son`, `the rest is for tomorrow`: what became of the rest is
 * neither eaten nor an amount of what was.
 */
export function withoutRest(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const end = endOfRest(tokens, at);
    if (end === undefined) {
      out.push(tokens[at] as Token);
      at += 1;
      continue;
    }
    while (JOINING.has(out.at(-1)?.text ?? '') || SELF.has(out.at(-1)?.text ?? '')) out.pop();
    at = end;
  }
  return out;
}

/** Where the words about the rest end that begin here; undefined for none. */
function endOfRest(tokens: readonly Token[], at: number): number | undefined {
  const isGiven = GIVING.has(tokens[at]?.text ?? '');
  const noun = at + (isGiven ? 1 : 0);
  const isDetermined = DETERMINERS.has(tokens[noun]?.text ?? '');
  const length = restLength(tokens, noun + (isDetermined ? 1 : 0));
  if (length === 0) return undefined;
  const behind = noun + (isDetermined ? 1 : 0) + length;
  // `rest is for tomorrow`, `other half for later`; not `had the rest of the pizza`.
  const isFor = /^(?:is |was |went |goes |for |in |to )/u.test(`${tokens[behind]?.text} `);
  const isEaten =
    at > 0 && /^(?:ate|had|eat|finished|finish|eating|for|of)$/u.test(tokens[at - 1]?.text ?? '');
  if (!isGiven && (!isFor || isEaten)) return undefined;
  // `left the rest of the fries` names the food again.
  const rest = tokens.slice(behind);
  const end = rest.findIndex(({ kind, text }) => kind === 'break' || ENDS.has(text));
  return end < 0 ? tokens.length : behind + end;
}

/** `rest`, `other half`. */
function restLength(tokens: readonly Token[], at: number): number {
  if (REST.has(tokens[at]?.text ?? '')) return 1;
  const isOther = tokens[at]?.text === 'other';
  const next = tokens[at + 1];
  return isOther && (next?.value === 0.5 || next?.text === 'half' || next?.text === 'one') ? 2 : 0;
}
