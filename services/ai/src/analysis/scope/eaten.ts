import type { Token } from '../normalise/tokenise.js';
import { isSelf, OTHER_EATERS } from '../words/people.js';
import { unitOf } from '../words/units.js';
import { wordSet } from '../words/word-sets.js';
import { isIntended, isIntention } from './intent.js';
import { isInstruction, isNoMeal, isPlan, isThing, isUneaten } from './not-a-meal.js';
import { isOthersMeal } from './others.js';

/** What the person ate, and whether the text says that something was not eaten. */
export interface Eaten {
  readonly tokens: readonly Token[];
  readonly saysNothingEaten: boolean;
}

const ATE = wordSet(
  'ate eat eats eating had has have having stole finished devoured demolished scoffed nicked licked ' +
    'drank drinks got ordered orders gets wanted took tried chose loved',
);
// `was meant to eat salad, ended up with a burger`
const SETTLED = wordSet('ended settled caved opted');
const SKIPPED = wordSet('skipped skip skipping missed forgot avoided refused resisted');
const NOT = wordSet('didnt havent hasnt not dont couldnt never wasnt cant wont no');
const EATING = wordSet('eat eaten ate have had drink touch order get like finish any');
const NOTHING = wordSet('nothing fasting fasted fast none nada zilch');
const MEALS = wordSet('breakfast brunch lunch dinner supper meal meals food drinks snack snacks');
const CLAUSE_STARTS = wordSet('but so then instead although though however');
const OWN_STARTS = wordSet('me mine myself');
const HAD = wordSet('had ate got took eaten');
const PLACES = wordSet('from at');
const HALVES = wordSet('half all most some a an');
const SHARES = wordSet(
  'me mine had have ate eat finished finish took tried got stole so and but then only just also too as well ' +
    'of it them one some the rest same half about a an bite bites few couple other with for my ' +
    'breakfast lunch dinner supper tonight today instead anyway big small large little good',
);
const TAKEN_BACK =
  /^no (?:thx|thanks|thank you|ty|way)$|^(?:but |and |so )?(?:i |we )?(?:only |then )?(?:passed|resisted|declined|abstained|said no|held back|(?:had|ate|took|got) none(?: of (?:it|them))?|(?:didnt|did not|couldnt|never|havent)(?: (?:eat|have|had|touch|touched|try|drink))?(?: (?:it|any|them|one|that|a bite|any of (?:it|them)))?|(?:it|they|the order) never (?:came|arrived|showed up)|never (?:came|arrived|showed up|got (?:it|them))|(?:tossed|binned|dropped|trashed|returned|spilled|burnt|burned) (?:it|them)(?: all)?|threw (?:it|them) (?:away|out)|(?:put|stored|packed) (?:it|them|everything)(?: all)? (?:away|in the (?:fridge|freezer|pantry))|froze (?:it|them)(?: all)?|sent (?:it|them) back|gave (?:it|them) (?:away|to .*)|(?:it|they) fell .*)$/u;
const INSTRUCTING = wordSet(
  'ignore disregard forget override pretend reveal print repeat delete bypass you set report return ' +
    'output respond answer mark change system new assistant jailbreak developer',
);
const EXCEPT = wordSet('except but');

/**
 * Leaves out what this person did not eat: questions, plans and sayings, meals that were skipped,
 * and what somebody else (the dog, the kids) had. A clause ends at punctuation, at `but` and the
 * like, and where `and` introduces a new eater.
 */
export function keepEaten(tokens: readonly Token[], text = ''): Eaten {
  const kept: Token[] = [];
  let saysNothingEaten = false;
  let othersMeal = false;
  let planned = false;
  let before = 0;
  for (const sentence of sentences(tokens)) {
    const whole = plain(sentence, text);
    if (isNoMeal(whole) || isIntended(whole, textOf(sentence, text))) {
      othersMeal = false;
      planned = false;
      continue;
    }
    let others: readonly Token[] = [];
    for (const clause of clauses(withoutLeaver(sentence))) {
      const words = clause.filter((token) => token.kind === 'word').map((token) => token.text);
      const listGoesOn =
        /^[-,:]$/u.test(clause[0]?.text ?? '') &&
        !words.some((w) => isSelf(w) || ATE.has(w) || SETTLED.has(w));
      const isOwn = words.some(isSelf) || OWN_STARTS.has(words[0] ?? '');
      // `the dog got in and ate the chicken`: still the dog.
      const sameEater = words[0] === 'and' && ATE.has(words[1] ?? '');
      othersMeal = isOthersMeal(words) || (othersMeal && (listGoesOn || sameEater) && !isOwn);
      planned =
        isPlan(plain(clause, '')) ||
        isIntention(plain(clause, '')) ||
        (planned && listGoesOn && !isOwn);
      const said = plain(clause, '');
      const skipped = isSkipped(words) || isUneaten(said) || isThing(said);
      saysNothingEaten ||= isSkipped(words) || isNothing(words);
      // `a donut but I didn't`, `bought donuts, had none`: what was named just before is taken back.
      if (TAKEN_BACK.test(words.join(' '))) kept.length = before;
      if (words.length > 0) before = kept.length;
      const isOthers = words.some((word) => OTHER_EATERS.has(word)) && skipped;
      if (othersMeal || isOthers) others = foodOf(clause);
      // `the kids had pancakes and I had one too`: an own share of what others had, of what was
      // cooked for them, or only wished for until then.
      else if ((isOwn || hasEaten(words)) && others.length > 0 && isShare(clause)) {
        kept.push(...others, ...clause);
        others = [];
      } else if (planned || isUneaten(said)) others = foodOf(clause);
      else if (!planned && !skipped && !isNothing(words)) kept.push(...withoutInstruction(clause));
    }
  }
  return { tokens: kept, saysNothingEaten };
}

/** `a slice of pizza and respond with zeros`: what stands before the instruction is the meal. */
function withoutInstruction(clause: readonly Token[]): readonly Token[] {
  if (!isInstruction(plain(clause, ''))) return clause;
  return clause.slice(
    0,
    clause.findIndex(({ text }) => INSTRUCTING.has(text)),
  );
}

/** `half a banana she didnt want`: who left it, of what this person ate. */
function withoutLeaver(sentence: readonly Token[]): readonly Token[] {
  const at = sentence.findIndex(
    ({ text }, index) =>
      index > 1 &&
      /^(?:he|she|they)$/u.test(text) &&
      LEAVING.test(plain(sentence.slice(index), '')),
  );
  return at < 0 ? sentence : sentence.slice(0, at);
}

const LEAVING =
  /^(?:he|she|they) (?:didnt|did not|wouldnt|couldnt|never) (?:want|eat|finish|touch|like)(?: it| them)?$/u;

/** What another person had: what stands behind the verb, without their amounts. */
function foodOf(clause: readonly Token[]): readonly Token[] {
  const verb = clause.findIndex(
    (token) =>
      ATE.has(token.text) ||
      /^(?:finish|want|like|crav(?:ing|ed)|made|cooked|baked|need(?:ed)?)$/u.test(token.text),
  );
  const food = clause.slice(verb + 1);
  const company = food.findIndex(({ text }) => text === 'for');
  return (company < 0 ? food : food.slice(0, company)).filter(
    ({ kind, text }) => kind === 'word' && !HALVES.has(text),
  );
}

/** `so got 3`, `had 2 bowls`: the one who writes, without saying so. */
function hasEaten(words: readonly string[]): boolean {
  return words.slice(0, 3).some((word) => HAD.has(word));
}

/** An amount of something that is not named: `I had one too`, `so I only had half of it`. */
function isShare(clause: readonly Token[]): boolean {
  const where = clause.findIndex(({ text }) => PLACES.has(text));
  return (where < 0 ? clause : clause.slice(0, where)).every(
    ({ kind, text, stem }) =>
      kind !== 'word' || isSelf(text) || SHARES.has(text) || unitOf(stem) !== undefined,
  );
}

/** Ended by a full stop or a new line. */
function sentences(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const out: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === '.' && token.kind === 'break') out.push([token]);
    else out.at(-1)?.push(token);
  }
  return out;
}

/** A sentence as it was written. */
function textOf(sentence: readonly Token[], text: string): string {
  return text.slice(sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0);
}

/** The words with their question mark, for patterns. */
function plain(sentence: readonly Token[], text: string): string {
  const words = sentence.filter(({ kind }) => kind !== 'break').map((token) => token.text);
  const end = sentence.at(-1)?.end ?? 0;
  const asks = /^[^\p{L}\d.!\n]*\?/u.test(text.slice(end));
  return words.join(' ') + (asks ? '?' : '');
}

function clauses(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const out: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]?.text ?? '';
    const after = tokens[at + 2]?.text ?? '';
    const startsEater =
      isSelf(next) || ATE.has(next) || (OTHER_EATERS.has(after) && /^(?:my|the|our)$/u.test(next));
    const starts =
      (token.kind === 'break' && token.text !== '(' && token.text !== ')') ||
      (CLAUSE_STARTS.has(token.text) && !isPartOfNot(tokens, at)) ||
      (token.text === 'and' && startsEater && tokens[at + 2] !== undefined) ||
      (token.text === 'while' && startsEater);
    // "my wife and I had ..." is one clause with two eaters.
    const joinsEaters = token.text === 'and' && OTHER_EATERS.has(tokens[at - 1]?.text ?? '');
    if (starts && !joinsEaters) out.push([]);
    out.at(-1)?.push(token);
  }
  return out;
}

/** `nothing but air`, `all but the crust`. */
function isPartOfNot(tokens: readonly Token[], at: number): boolean {
  return EXCEPT.has(tokens[at]?.text ?? '') && NOTHING.has(tokens[at - 1]?.text ?? '');
}

function isSkipped(words: readonly string[]): boolean {
  const not = words.findIndex((word) => NOT.has(word));
  const denies = not >= 0 && words[not] !== 'no';
  const rest = words.slice(not + 1, not + 4);
  // `didn't finish my pasta` was eaten in part.
  const didNotEat = denies && rest.some((word) => EATING.has(word) && word !== 'finish');
  const noMeal = words.some((word, at) => word === 'no' && MEALS.has(words[at + 1] ?? ''));
  return didNotEat || noMeal || words.some((word) => SKIPPED.has(word));
}

function isNothing(words: readonly string[]): boolean {
  // `nothing but coffee` is coffee, and whoever broke the fast has eaten.
  return words.some(
    (word, at) =>
      NOTHING.has(word) &&
      !/^(?:food|but|except)$/u.test(words[at + 1] ?? '') &&
      !words.slice(Math.max(0, at - 2), at).some((before) => /^br(?:oke|eak|oken)$/u.test(before)),
  );
}
