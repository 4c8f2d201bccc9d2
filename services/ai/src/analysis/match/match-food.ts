import type { Food } from '../food.js';
import { isDescriptor, isOrdinary, isSpecial } from '../words/descriptors.js';
import { isNoise } from '../words/noise.js';
import { isOnlyEnglish } from '../words/plain-english.js';
import { type Alias, headOf, type Lexicon } from './lexicon.js';
import { correct } from './typos.js';

/** The food that words most likely name. */
export interface Match {
  readonly food: Food;
  /** 0 to 1: how much of the words it explains, and how little it adds to them. */
  readonly score: number;
  /** The words that were looked up. */
  readonly said: readonly string[];
  /** Words that say something which this food does not. */
  readonly ignored: readonly string[];
  /** Words that were taken for others: `brocoli` → `broccoli`. */
  readonly corrected: readonly (readonly [string, string])[];
  /** Other foods that the words may mean, best first. */
  readonly others: readonly Food[];
}

/** How sure a food is still that was found under another spelling. */
export const RESPELLED = 0.8;

const EXACT = 1;
const ACCEPT = 0.4;
// Names of imported foods are made from descriptions: half of one proves little.
const ACCEPT_IMPORTED = 0.6;
const MAX_OTHERS = 3;
const MAX_RANKED = 12;
const WORTH_SHOWING = 0.25;
const IMPORTED = 0.9;
const DESCRIPTOR_WEIGHT = 0.3;
const UNKNOWN_WEIGHT = 0.6;
const HEAD_FACTOR = 2.2;

/** Finds the food that stems name. Undefined when no food explains enough of them. */
export function matchFood(said: readonly string[], lexicon: Lexicon): Match | undefined {
  const content = said.filter((word) => !isNoise(word) || lexicon.byAlias.has(word));
  if (content.length === 0) return undefined;
  const whole = lexicon.byAlias.get(said.join(' ')) ?? lexicon.byAlias.get(content.join(' '));
  const { words, corrected } = spelled(content, lexicon);
  const ranked = rank(words, lexicon);
  const best = whole ?? ranked[0]?.food;
  if (best === undefined) return undefined;
  const top = ranked.find(({ food }) => food === best);
  const score = whole === undefined ? (top?.score ?? 0) : EXACT;
  if (whole === undefined && top !== undefined && !isEnough(words, top.alias)) return undefined;
  // One word out of an imported name is not enough: `paper` is no rice paper.
  const needed = !best.isImported ? ACCEPT : words.length === 1 ? EXACT : ACCEPT_IMPORTED;
  if (score < needed) return undefined;
  return {
    food: best,
    said,
    score: corrected.length === 0 ? score : score * RESPELLED,
    ignored: whole === undefined ? ignoredOf(words, top?.alias) : [],
    corrected,
    others: othersOf(best, ranked),
  };
}

/**
 * One word in common is enough only if the rest of the name adds nothing: `way` is no Milky Way,
 * `dish` no deep dish pizza.
 */
function isEnough(words: readonly string[], alias: Alias): boolean {
  const shared = words.filter((word) => alias.words.includes(word));
  if (shared.length > 1) return true;
  if (shared[0] !== alias.head) return false;
  return alias.words.every(
    (word) => shared.includes(word) || isOrdinary(word) || isDescriptor(word) || isSpecial(word),
  );
}

interface Ranked {
  readonly food: Food;
  readonly alias: Alias;
  readonly score: number;
}

/** Every food that shares a word, best first; one entry per food. */
function rank(words: readonly string[], lexicon: Lexicon): readonly Ranked[] {
  const weights = weigh(words, lexicon);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const head = headWord(words);
  const best: Ranked[] = [];
  for (const word of weights.keys()) {
    // `grilled` finds everything that is grilled, and so tells nothing.
    if (isDescriptor(word)) continue;
    for (const alias of lexicon.byWord.get(word) ?? []) {
      const score = scoreOf(alias, weights, total, head);
      const worst = best.length < MAX_RANKED ? WORTH_SHOWING : (best.at(-1)?.score ?? 0);
      if (score > worst) place(best, { food: alias.food, alias, score });
    }
  }
  return best;
}

/** Keeps the list short, sorted, and with one entry per food: a common word has thousands. */
function place(best: Ranked[], found: Ranked): void {
  const known = best.findIndex(({ food }) => food === found.food);
  if (known >= 0 && (best[known]?.score ?? 0) >= found.score) return;
  if (known >= 0) best.splice(known, 1);
  const at = best.findIndex(({ score }) => score < found.score);
  best.splice(at < 0 ? best.length : at, 0, found);
  if (best.length > MAX_RANKED) best.pop();
}

function scoreOf(
  alias: Alias,
  weights: ReadonlyMap<string, number>,
  total: number,
  head: string,
): number {
  let matched = 0;
  let extra = 0;
  for (const word of alias.words) {
    const weight = weights.get(word);
    if (weight !== undefined) matched += weight;
    else extra += extraOf(word);
  }
  const covered = Math.min(1, matched / total);
  const precise = matched / (matched + extra);
  const heads = alias.head === head ? 1 : weights.has(alias.head) ? 0.8 : 0.55;
  const source = alias.food.isImported ? IMPORTED : 1;
  return covered * precise * heads * source;
}

/** How far a word that was not said takes a food away from what was said. */
function extraOf(word: string): number {
  if (isSpecial(word)) return 1.6;
  if (isOrdinary(word)) return 0.1;
  return isDescriptor(word) ? 0.5 : 0.9;
}

function weigh(words: readonly string[], lexicon: Lexicon): ReadonlyMap<string, number> {
  const head = headWord(words);
  return new Map(
    words.map((word) => {
      if (word === head) return [word, HEAD_FACTOR];
      if (isDescriptor(word)) return [word, DESCRIPTOR_WEIGHT];
      return [word, lexicon.byWord.has(word) ? 1 : UNKNOWN_WEIGHT];
    }),
  );
}

/** `breast` of `chicken breast grilled`: descriptions behind a name do not make it another. */
function headWord(words: readonly string[]): string {
  const until = words.findLastIndex((word) => !isDescriptor(word));
  return until < 0 ? (words.at(-1) ?? '') : headOf(words.slice(0, until + 1));
}

function spelled(
  content: readonly string[],
  lexicon: Lexicon,
): { words: readonly string[]; corrected: readonly (readonly [string, string])[] } {
  const corrected: (readonly [string, string])[] = [];
  const words = content.map((word) => {
    if (lexicon.byWord.has(word) || isDescriptor(word) || isOnlyEnglish(word)) return word;
    const better = correct(word, lexicon);
    if (better === undefined) return word;
    corrected.push([word, better]);
    return better;
  });
  return { words, corrected };
}

function ignoredOf(words: readonly string[], alias: Alias | undefined): readonly string[] {
  return words.filter((word) => !isDescriptor(word) && !alias?.words.includes(word));
}

function othersOf(best: Food, ranked: readonly Ranked[]): readonly Food[] {
  return ranked
    .filter(({ food }) => food !== best)
    .slice(0, MAX_OTHERS)
    .map(({ food }) => food);
}
