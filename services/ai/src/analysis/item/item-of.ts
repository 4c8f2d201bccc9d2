import type { AnalysedItem } from '../analyser.js';
import type { Food } from '../food.js';
import { wordsOf } from '../match/lexicon.js';
import { type Match, matchFood, RESPELLED } from '../match/match-food.js';
import { cookedYield } from '../portion/dry-weight.js';
import { type Portion, weigh } from '../portion/weigh.js';
import type { FoodTable } from '../table/food-table.js';
import { isMass, isMeasure, MASS_G, unitNamed } from '../words/units.js';
import { confidenceOf, reviewReasonOf } from './confidence.js';
import { isAbsurd, judgeItem } from './guards.js';
import type { Mention } from './mention.js';
import { NO_NUTRITION, nutritionOf, round1, round2 } from './nutrition.js';

/** An item with what the caller needs to know to decide about the meal. */
export interface Assembled {
  readonly item: AnalysedItem;
  /** Only counted items are in the totals. */
  readonly kind: 'counted' | 'unknown' | 'implausible' | 'absurd';
}

// Below this a match of all words is no better than the name among them.
const CLOSE = 0.72;
const NAME_ONLY = 0.85;

/** Makes the item of a mention; `not_eaten` for an amount of zero. Never throws. */
export function itemOf(mention: Mention, table: FoodTable): Assembled | 'not_eaten' {
  const match = matchOf(mention, table);
  if (match === undefined) return mention.quantity === 0 ? 'not_eaten' : unknownItem(mention);
  return weighedItem(mention, match);
}

function matchOf(mention: Mention, table: FoodTable): Match | undefined {
  const words = wordsOf(mention.phrase);
  const state = mention.state === undefined ? [] : wordsOf(mention.state);
  const all = [...state.filter((word) => !words.includes(word)), ...words];
  const match = nearest(all, mention.name, table);
  const respelled = mention.respelled ?? [];
  if (match === undefined || respelled.length === 0) return match;
  return {
    ...match,
    score: match.score * RESPELLED,
    corrected: [...respelled, ...match.corrected],
  };
}

/**
 * What all words name together. Where that is far from them, the name that the table knows says
 * more: `ground beef skillet` is ground beef, `leftover toast crust` toast.
 */
function nearest(
  words: readonly string[],
  name: string | undefined,
  { lexicon }: FoodTable,
): Match | undefined {
  const match = matchFood(words, lexicon);
  if (name === undefined || (match !== undefined && match.score >= CLOSE)) return match;
  const named = matchFood(wordsOf(name), lexicon);
  if (named === undefined || named.score <= (match?.score ?? 0)) return match;
  return { ...named, said: words, score: named.score * NAME_ONLY };
}

function weighedItem(mention: Mention, match: Match): Assembled | 'not_eaten' {
  const { food } = match;
  const unit = mention.unit === undefined ? undefined : unitNamed(mention.unit);
  const portion = asCooked(weigh(food, { ...mention, unit }), match);
  const nutrition = nutritionOf(food.per100g, portion.grams);
  const verdict = judgeItem(portion.grams, nutrition.calories, !isMeasure(portion.unit));
  if (verdict === 'none') return 'not_eaten';
  const base = {
    ...foodFields(food),
    rawText: mention.rawText,
    unit: portion.unit,
    portionSource: portion.source,
    alternatives: match.others.map(({ id, name }) => ({ foodId: id, name })),
    assumptions: [...(mention.assumptions ?? []), ...saidOf(match), ...portion.assumptions],
  };
  if (verdict === 'implausible') return implausibleItem(base, portion);
  const confidence = confidenceOf(match, portion, mention.about === true);
  const reviewReason = reviewReasonOf(match, confidence, verdict, food);
  return {
    kind: 'counted',
    item: {
      ...base,
      ...nutrition,
      quantity: round2(portion.quantity),
      grams: round1(portion.grams),
      confidence,
      needsReview: reviewReason !== '',
      reviewReason,
    },
  };
}

/** `100 g dry pasta` is more on the plate: the figures are those of cooked pasta. */
function asCooked(portion: Portion, { food, said }: Match): Portion {
  const factor = isMeasure(portion.unit) ? cookedYield(food, said, portion.unit) : 1;
  if (factor === 1) return portion;
  const grams = portion.grams * factor;
  const assumption = `weighed dry: taken as ${Math.round(grams)} g cooked`;
  return { ...portion, grams, assumptions: [...portion.assumptions, assumption] };
}

export function foodFields(food: Food): Pick<AnalysedItem, 'name' | 'foodId' | 'source'> {
  return { name: food.name, foodId: food.id, source: food.source };
}

function saidOf({ food, corrected, ignored }: Match): readonly string[] {
  const spelling = corrected.map(([from, to]) => `"${from}" read as "${to}"`);
  const rest = ignored.length === 0 ? [] : [`taken as ${food.name.toLowerCase()}`];
  return [...spelling, ...rest];
}

type FoodFields = Pick<
  AnalysedItem,
  | 'rawText'
  | 'name'
  | 'foodId'
  | 'source'
  | 'unit'
  | 'portionSource'
  | 'alternatives'
  | 'assumptions'
>;

/** The food stays visible, but neither its grams nor its nutrition can be believed. */
function implausibleItem(base: FoodFields, portion: Portion): Assembled {
  const item: AnalysedItem = {
    ...base,
    ...NO_NUTRITION,
    quantity: Math.max(0, round2(portion.quantity)),
    grams: 0,
    confidence: 0,
    needsReview: true,
    reviewReason: 'implausible_quantity',
  };
  return { item, kind: isAbsurd(portion.grams) ? 'absurd' : 'implausible' };
}

function unknownItem(mention: Mention): Assembled {
  const quantity = Math.max(0, mention.quantity ?? 1);
  const unit = mention.unit === undefined ? undefined : unitNamed(mention.unit);
  const isWeighed = unit !== undefined && isMass(unit);
  const grams = isWeighed ? quantity * (MASS_G[unit] ?? 0) : 0;
  const item: AnalysedItem = {
    rawText: mention.rawText,
    name: mention.phrase,
    foodId: '',
    source: '',
    quantity: round2(quantity),
    unit: unit ?? mention.unit ?? 'piece',
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
