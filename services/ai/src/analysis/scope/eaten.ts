import type { Token } from '../normalise/tokenise.js';
import { isSelf, OTHER_EATERS } from '../words/people.js';
import { unitOf } from '../words/units.js';
import { wordSet } from '../words/word-sets.js';
import {
  ATE,
  besideAt,
  clausesOf,
  insteadAt,
  ownPartAt,
  sentencesOf,
  tellsWhen,
} from './clauses.js';
import { isIntended, isIntention } from './intent.js';
import { isInstruction, isLogging, isNoMeal, isPlan, isThing, isUneaten } from './not-a-meal.js';
import { isNothing, isSkipped, saysNothing, skipAt } from './nothing.js';
import { isOtherMatter, isOtherTalk, similesIn } from './other-matters.js';
import { isOthersMeal, tellsOfOther } from './others.js';

/** What the person ate, and whether the text says that something was not eaten. */
export interface Eaten {
  readonly tokens: readonly Token[];
  readonly saysNothingEaten: boolean;
}

// `was meant to eat salad, ended up with a burger`
const SETTLED = wordSet('ended settled caved opted');
const OWN_STARTS = wordSet('me mine myself');
// `the dog got in and took the chicken`; of `a friend came over and had pizza` nobody knows.
const TOOK = wordSet('took ate stole nicked swiped licked devoured grabbed snatched');
const HAD = wordSet('had ate got took eaten drank finished');
const PLACES = wordSet('from at');
const HALVES = wordSet('half all most some a an');
const SHARES = wordSet(
  'me mine had have drank ate eat finished finish took tried got stole so and but then only just also too as well ' +
    'of it them that those both most lot rest one some the same half about a an bite bites few couple other with for my ' +
    'breakfast lunch dinner supper tonight today instead anyway big small large little good',
);
const TAKEN_BACK =
  /^no (?:thx|thanks|thank you|ty|way)$|^(?:but |and |so )?(?:i |we )?(?:only |then )?(?:passed|resisted|declined|abstained|said no|held back|(?:had|ate|took|got) none(?: of (?:it|them))?|(?:didnt|did not|couldnt|never|havent)(?: (?:eat|have|had|touch|touched|try|drink))?(?: (?:it|any|them|one|that|a bite|any of (?:it|them)))?|(?:it|they|the order) never (?:came|arrived|showed up)|never (?:came|arrived|showed up|got (?:it|them))|(?:tossed|binned|dropped|trashed|returned|spilled|burnt|burned) (?:it|them)(?: all)?|threw (?:it|them) (?:away|out)|(?:put|stored|packed) (?:it|them|everything)(?: all)? (?:away|in the (?:fridge|freezer|pantry))|froze (?:it|them)(?: all)?|sent (?:it|them) back|gave (?:it|them) (?:away|to .*)|(?:it|they) fell .*)$/u;
const INSTRUCTING = wordSet(
  'ignore disregard forget override pretend reveal print repeat delete bypass you set report return ' +
    'output respond answer mark change system new assistant jailbreak developer',
);

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
  for (const sentence of sentencesOf(tokens)) {
    const whole = plain(sentence, text);
    const isAsked = isLogging(whole);
    if (
      (!isAsked && (isNoMeal(whole) || isOtherMatter(plain(sentence, '')))) ||
      isIntended(whole, textOf(sentence, text))
    ) {
      othersMeal = false;
      planned = false;
      continue;
    }
    let others: readonly Token[] = [];
    let isOther = false;
    for (const clause of clausesOf(
      withoutSimiles(withoutLeaver(withoutNot(isAsked ? asked(sentence) : sentence))),
    ).flatMap(parted)) {
      const words = wordsOf(clause);
      const listGoesOn =
        /^[-,:]$/u.test(clause[0]?.text ?? '') &&
        !words.some((w) => isSelf(w) || ATE.has(w) || SETTLED.has(w));
      const isOwn = words.some(isSelf) || OWN_STARTS.has(words[0] ?? '');
      // `the dog got in and ate the chicken`: still the dog.
      const goesOn: boolean = othersMeal && !isOwn;
      const sameEater = words[0] === 'and' && ATE.has(words[1] ?? '');
      const took = sameEater && isOther && TOOK.has(words[1] ?? '') && !isOwn;
      othersMeal = isOthersMeal(words) || took || (goesOn && (listGoesOn || sameEater));
      isOther = tellsOfOther(words);
      const said = plain(clause, '');
      planned = isPlan(said) || isIntention(said) || (planned && listGoesOn && !isOwn);
      const skipped = isSkipped(words) || isUneaten(said) || isThing(said) || isOtherTalk(said);
      if (/^(?:after|since|post|following|ending|breaking)\b.*\bfast$/u.test(said)) continue;
      const isOthers = words.some((word) => OTHER_EATERS.has(word)) && skipped;
      const isAbout = (othersMeal || isOthers || goesOn) && !isOwn;
      saysNothingEaten ||=
        !isAbout && !isInstruction(said) && (isSkipped(words) || saysNothing(words));
      // `a donut but I didn't`, `bought donuts, had none`: what was named just before is taken back.
      if (TAKEN_BACK.test(words.join(' '))) kept.length = before;
      if (words.length > 0) before = kept.length;
      if (othersMeal || isOthers) others = foodOf(clause);
      // `the kids had pancakes and I had one too`: an own share of what others had, of what was
      // cooked for them, or only wished for until then.
      else if (
        (isOwn || hasEaten(words) || words[0] === 'so') &&
        others.length > 0 &&
        isShare(clause)
      ) {
        kept.push(...others, ...clause);
        others = [];
      } else if (planned || isUneaten(said) || isNews(said) || isOtherTalk(said))
        others = foodOf(clause);
      else if (!planned && !skipped && !isNothing(words)) kept.push(...withoutInstruction(clause));
    }
  }
  return { tokens: kept, saysNothingEaten };
}

/** `never had pho before, had a bowl today`: what it was that was had for once. */
function isNews(said: string): boolean {
  return /^(?:i |ive )?(?:never|havent|hadnt) (?:had|eaten|tried) .*\b(?:before|in (?:ages|years|months|forever|a while|so long))$/u.test(
    said,
  );
}

/** Without punctuation: `the kids had pizza i had soup`, `skipped breakfast just had toast`. */
function parted(clause: readonly Token[]): readonly (readonly Token[])[] {
  const words = clause.filter(({ kind }) => kind === 'word');
  const texts = words.map(({ text }) => text);
  const skip = skipAt(texts);
  const own = ownPartAt(words);
  const isWhen = tellsWhen(words);
  // `after a 16 hour fast 2 eggs`
  const fast = isWhen ? clause.findIndex(({ text }) => text === 'fast') : -1;
  if (fast > 0 && fast < clause.length - 1) {
    return [clause.slice(0, fast + 1), clause.slice(fast + 1)];
  }
  const isApart = isWhen || skip >= 0 || isOthersMeal(texts.slice(0, own));
  const cuts = [
    isApart ? own : undefined,
    skip >= 0 ? insteadAt(words, skip + 2) : undefined,
    isWhen && skip < 0 ? insteadAt(words, 3) : undefined,
    besideAt(words),
  ];
  const at = cuts.find((cut) => cut !== undefined);
  if (at === undefined) return [clause];
  const cut = clause.indexOf(words[at] as Token);
  return [clause.slice(0, cut), clause.slice(cut)];
}

/** What is to be written down: no `can` of `can you log 2 eggs`. */
function asked(sentence: readonly Token[]): readonly Token[] {
  const verb = sentence.findIndex(({ text }) => LOGS.has(text));
  return sentence.slice(verb + 1);
}

const LOGS = wordSet('log add track record enter note save put');

/** `could not finish my sushi`: some of it was eaten. */
function withoutNot(sentence: readonly Token[]): readonly Token[] {
  return sentence.filter(
    ({ text }, at) =>
      text !== 'not' || !/^(?:finish|resist|stop|help)$/u.test(sentence[at + 1]?.text ?? ''),
  );
}

/** `she is as sweet as pie`: no pie. */
function withoutSimiles(sentence: readonly Token[]): readonly Token[] {
  const said = sentence.map(({ text }) => text).join(' ');
  const gone = new Set<number>();
  for (const simile of similesIn(said)) {
    const first = said.slice(0, said.indexOf(simile)).split(' ').length - 1;
    for (let at = first; at < first + simile.split(' ').length; at += 1) gone.add(at);
  }
  return gone.size === 0 ? sentence : sentence.filter((_, at) => !gone.has(at));
}

function wordsOf(clause: readonly Token[]): readonly string[] {
  return clause.filter(({ kind }) => kind === 'word').map(({ text }) => text);
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
