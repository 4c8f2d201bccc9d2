import type { Food } from '../food.js';
import type { Match } from '../match/match-food.js';
import type { Portion, PortionSource } from '../portion/weigh.js';
import { type AmountVerdict, isPlausibleFood } from './guards.js';
import { round2 } from './nutrition.js';

const PORTION_CONFIDENCE: Readonly<Record<PortionSource, number>> = {
  stated_mass: 1,
  stated_volume: 0.95,
  household_unit: 0.95,
  piece: 0.95,
  accompaniment: 0.8,
  default: 0.8,
  generic_unit: 0.7,
};

const BEST = 0.97;
const GUESSED_COUNT = 0.9;
const APPROXIMATE_BELOW = 0.72;
const REVIEW_BELOW = 0.5;

/** 0 to 1: how sure food and amount are together. */
export function confidenceOf(match: Match, portion: Portion, isGuess: boolean): number {
  const guessed = isGuess ? GUESSED_COUNT : 1;
  const amount = PORTION_CONFIDENCE[portion.source];
  return round2(Math.min(BEST, match.score) * amount * guessed);
}

/** A code for why a person should look at the item, empty when nobody needs to. */
export function reviewReasonOf(
  match: Match,
  confidence: number,
  verdict: AmountVerdict,
  food: Food,
): string {
  if (verdict === 'large') return 'large_quantity';
  if (!isPlausibleFood(food)) return 'energy_mismatch';
  if (match.corrected.length > 0 && match.score < APPROXIMATE_BELOW) return 'spelling_assumed';
  if (match.score < APPROXIMATE_BELOW) return 'approximate_match';
  return confidence < REVIEW_BELOW ? 'assumed_portion' : '';
}
