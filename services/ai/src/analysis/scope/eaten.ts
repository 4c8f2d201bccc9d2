import type { Token } from '../normalise/tokenise.js';

/** What the person ate, and whether the text says that something was not eaten. */
export interface Eaten {
  readonly tokens: readonly Token[];
  readonly saysNothingEaten: boolean;
}

const OTHERS = set(
  'dog dogs cat cats pet kid kids child children son daughter baby toddler wife husband partner ' +
    'boyfriend girlfriend friend friends brother sister mom mum dad roommate boss he she they',
);
const ATE = set('ate eat eats had has have stole finished devoured drank drinks got ordered');
const GAVE = set('gave fed threw tossed');
const SKIPPED = set('skipped skip skipping missed');
const NOT = set('didnt havent hasnt not dont couldnt');
const EATING = set('eat eaten ate have had drink touch');
const NOTHING = set('nothing fasting fasted fast');
const MEALS = set('breakfast brunch lunch dinner supper meal food');
const CLAUSE_STARTS = set('but so then while instead');

/**
 * Leaves out the clauses about food that this person did not eat: meals that were skipped, and
 * what somebody else (the dog, the kids) had. A clause ends at punctuation, at `but` and the
 * like, and where `and` introduces a new eater.
 */
export function keepEaten(tokens: readonly Token[]): Eaten {
  const kept: Token[] = [];
  let saysNothingEaten = false;
  let othersMeal = false;
  for (const clause of clauses(tokens)) {
    const words = clause.filter((token) => token.kind === 'word').map((token) => token.text);
    const listGoesOn = clause[0]?.text === ',' && !words.some((w) => isSelf(w) || ATE.has(w));
    othersMeal = isOthersMeal(words) || (othersMeal && listGoesOn);
    const skipped = isSkipped(words);
    saysNothingEaten ||= skipped || words.some((word) => NOTHING.has(word));
    if (!othersMeal && !skipped) kept.push(...clause);
  }
  return { tokens: kept, saysNothingEaten };
}

function clauses(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const out: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]?.text ?? '';
    const starts =
      token.kind === 'break' ||
      CLAUSE_STARTS.has(token.text) ||
      (token.text === 'and' && (isSelf(next) || ATE.has(next)) && tokens[at + 2] !== undefined);
    // "my wife and I had ..." is one clause with two eaters.
    const joinsEaters = token.text === 'and' && OTHERS.has(tokens[at - 1]?.text ?? '');
    if (starts && !joinsEaters) out.push([]);
    out.at(-1)?.push(token);
  }
  return out;
}

function isOthersMeal(words: readonly string[]): boolean {
  const eater = words.findIndex((word) => OTHERS.has(word));
  if (eater < 0) return false;
  if (words.some((word) => GAVE.has(word))) return true;
  if (eater > 3 || words.slice(0, eater + 3).some(isSelf)) return false;
  return words.slice(eater + 1, eater + 4).some((word) => ATE.has(word));
}

function isSkipped(words: readonly string[]): boolean {
  const not = words.findIndex((word) => NOT.has(word));
  const didNotEat = not >= 0 && words.slice(not + 1, not + 4).some((word) => EATING.has(word));
  const noMeal = words.some((word, at) => word === 'no' && MEALS.has(words[at + 1] ?? ''));
  return didNotEat || noMeal || words.some((word) => SKIPPED.has(word));
}

function isSelf(word: string): boolean {
  return word === 'i' || word === 'we';
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
