import type { Amount } from './amount.js';
import { readAmount } from './amount.js';
import type { AnalysedItem } from './analyser.js';
import type { Food } from './food.js';
import { judgeItem } from './guards.js';
import { alternativesTo, type Lexicon } from './lexicon.js';
import type { Token } from './normalise.js';
import { NO_NUTRITION, nutritionOf, round1 } from './nutrition.js';
import { type AddedTo, type Portion, type PortionSource, weigh } from './portion.js';
import type { Segment } from './segment.js';
import { isMass, MASS_G } from './units.js';
import { isDescriptor, isNoise } from './words.js';

/** An item with what the caller needs to know to decide about the meal. */
export interface Assembled {
  readonly item: AnalysedItem;
  readonly kind: 'counted' | 'unknown' | 'implausible';
}

/** `not_eaten`: an amount of zero. Undefined: the words are about no food at all. */
export type Assembly = Assembled | 'not_eaten' | undefined;

const EXACT = 0.95;
const APPROXIMATE = 0.55;
const GUESSED_COUNT = 0.9;
const REVIEW_BELOW = 0.6;
const PORTION_CONFIDENCE: Readonly<Record<PortionSource, number>> = {
  stated_mass: 1,
  stated_volume: 0.95,
  household_unit: 0.95,
  piece: 0.95,
  accompaniment: 0.8,
  default: 0.8,
  generic_unit: 0.7,
};

/** Makes the item of one segment. `text` is the meal text that the tokens point into. */
export function assemble(
  part: Segment,
  text: string,
  lexicon: Lexicon,
  addedTo: AddedTo,
): Assembly {
  const amount = readAmount(part.before, part.after);
  const rawText = rawTextOf(part, text);
  if (part.span === undefined) return unknownItem(amount, rawText);
  const { food } = part.span;
  const portion = weigh(food, amount, addedTo);
  const nutrition = nutritionOf(food.per100g, portion.grams);
  const verdict = judgeItem(portion.grams, nutrition.calories);
  if (verdict === 'none') return 'not_eaten';
  const match = matchOf(part, amount);
  const base = {
    rawText,
    name: food.name,
    foodId: food.id,
    source: food.source,
    unit: portion.unit,
    alternatives: alternativesTo(food, part.said, lexicon),
    assumptions: [...match.assumptions, ...portion.assumptions],
  };
  if (verdict === 'implausible') return implausibleItem(base, portion);
  const confidence = confidenceOf(match.confidence, portion, amount);
  const reviewReason = reasonOf(match.confidence, confidence, verdict === 'large');
  const item: AnalysedItem = {
    ...base,
    ...nutrition,
    quantity: round2(portion.quantity),
    grams: round1(portion.grams),
    portionSource: portion.source,
    confidence,
    needsReview: reviewReason !== '',
    reviewReason,
  };
  return { item, kind: 'counted' };
}

/** What this part leaves for a following `with ...` to be added to. */
export function baseOf(food: Food): AddedTo {
  return food.isDrink ? 'drink' : 'food';
}

function matchOf(part: Segment, amount: Amount): { confidence: number; assumptions: string[] } {
  const assumptions = part.modifiers.map(({ food }) => `${food.name} taken as part of the dish`);
  const ignored = contentOf(amount.rest).filter((token) => !isDescriptor(token.stem));
  if (ignored.length > 0) assumptions.push('some words were not understood');
  return { confidence: assumptions.length > 0 ? APPROXIMATE : EXACT, assumptions };
}

function confidenceOf(match: number, portion: Portion, amount: Amount): number {
  const guessed = amount.about ? GUESSED_COUNT : 1;
  return round2(match * PORTION_CONFIDENCE[portion.source] * guessed);
}

function reasonOf(match: number, confidence: number, isLarge: boolean): string {
  if (isLarge) return 'large_quantity';
  if (match < EXACT) return 'approximate_match';
  return confidence < REVIEW_BELOW ? 'assumed_portion' : '';
}

type FoodFields = Pick<
  AnalysedItem,
  'rawText' | 'name' | 'foodId' | 'source' | 'unit' | 'alternatives' | 'assumptions'
>;

/** The food stays visible, but neither its grams nor its nutrition can be believed. */
function implausibleItem(base: FoodFields, portion: Portion): Assembled {
  const item: AnalysedItem = {
    ...base,
    ...NO_NUTRITION,
    quantity: Math.max(0, round2(portion.quantity)),
    grams: 0,
    portionSource: portion.source,
    confidence: 0,
    needsReview: true,
    reviewReason: 'implausible_quantity',
  };
  return { item, kind: 'implausible' };
}

function unknownItem(amount: Amount, rawText: string): Assembled | undefined {
  const content = contentOf(amount.rest).filter((token) => !isDescriptor(token.stem));
  if (content.length === 0) return undefined;
  const quantity = Math.max(0, amount.quantity ?? 1);
  const { unit } = amount;
  const isWeighed = unit !== undefined && isMass(unit);
  const grams = isWeighed ? quantity * MASS_G[unit] : 0;
  const item: AnalysedItem = {
    rawText,
    name: rawText,
    foodId: '',
    source: '',
    quantity: round2(quantity),
    unit: unit ?? 'piece',
    grams: judgeItem(grams, 0) === 'implausible' ? 0 : round1(grams),
    portionSource: isWeighed ? 'stated_mass' : 'unknown',
    ...NO_NUTRITION,
    confidence: 0,
    needsReview: true,
    reviewReason: 'unknown_food',
    alternatives: [],
    assumptions: [],
  };
  return { item, kind: 'unknown' };
}

function contentOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token) => token.kind === 'word' && !isNoise(token.stem));
}

function rawTextOf(part: Segment, text: string): string {
  const all = [...part.before, ...part.said, ...part.after];
  const first = all.findIndex(isTelling);
  const last = all.findLastIndex(isTelling);
  const tokens = first < 0 ? all : all.slice(first, last + 1);
  const start = Math.min(...tokens.map((token) => token.start));
  const end = Math.max(...tokens.map((token) => token.end));
  const raw = text.slice(start, end);
  // `rice (1 cup)`: brackets are no tokens, so the closing one is fetched here.
  const close = raw.includes('(') && !raw.includes(')') ? text.indexOf(')', end) : -1;
  return (close < 0 ? raw : text.slice(start, close + 1)).trim();
}

/** Not `I had` before the food, nor `for breakfast` behind it. */
function isTelling(token: Token): boolean {
  return token.kind === 'number' || /^an?$/u.test(token.text) || !isNoise(token.stem);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
