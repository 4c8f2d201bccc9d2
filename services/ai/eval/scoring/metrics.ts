import type { Figures } from '../cases.js';
import type { MealScore } from './score-meal.js';

// Within 20 % of the energy; below 50 kcal a fifth is less than rounding, so 10 kcal always pass.
const ENERGY_SHARE = 0.2;
const ENERGY_FLOOR_KCAL = 10;
// The limit that NutriBench uses: what an insulin dose can bear.
const CARBS_G = 7.5;
/** Lower ends of the buckets of confidence. */
const BUCKETS = [0, 0.5, 0.7, 0.8, 0.9] as const;

export interface ConfidenceBucket {
  readonly from: number;
  readonly items: number;
  readonly rightFood: number;
  readonly rightFoodAndAmount: number;
}

/** Shares are between 0 and 1, and NaN where there is nothing to take a share of. */
export interface MealMetrics {
  readonly meals: number;
  readonly answered: number;
  readonly energyMaeKcal: number;
  readonly energyBiasKcal: number;
  readonly energyWithin20: number;
  readonly carbsMaeG: number;
  readonly carbsWithin7_5g: number;
  readonly proteinMaeG: number;
  readonly fatMaeG: number;
  readonly itemPrecision: number;
  readonly itemRecall: number;
  readonly itemF1: number;
  readonly amountWithin25: number;
  readonly countExact: number;
  readonly latencyP50Ms: number;
  readonly latencyP95Ms: number;
  readonly confidence: readonly ConfidenceBucket[];
}

export function metricsOf(scores: readonly MealScore[]): MealMetrics {
  const items = scores.flatMap((score) => (score.items === undefined ? [] : [score.items]));
  const right = total(items.map((item) => item.right));
  const said = total(items.map((item) => item.said));
  const meant = total(items.map((item) => item.meant));
  const verdicts = items.flatMap((item) => item.verdicts);
  const latencies = scores.map((score) => score.latencyMs).sort((a, b) => a - b);
  return {
    meals: scores.length,
    answered: share(scores, (score) => score.isAnswered),
    energyMaeKcal: mean(errorsOf(scores, 'kcal').map(Math.abs)),
    energyBiasKcal: mean(errorsOf(scores, 'kcal')),
    energyWithin20: share(withFigure(scores, 'kcal'), isEnergyRight),
    carbsMaeG: mean(errorsOf(scores, 'carbs').map(Math.abs)),
    carbsWithin7_5g: share(errorsOf(scores, 'carbs'), (error) => Math.abs(error) <= CARBS_G),
    proteinMaeG: mean(errorsOf(scores, 'protein').map(Math.abs)),
    fatMaeG: mean(errorsOf(scores, 'fat').map(Math.abs)),
    itemPrecision: right / said,
    itemRecall: right / meant,
    itemF1: (2 * right) / (said + meant),
    amountWithin25: total(verdicts.map((verdict) => Number(verdict.isRightAmount))) / right,
    countExact: share(items, (item) => item.isCountRight),
    latencyP50Ms: percentile(latencies, 0.5),
    latencyP95Ms: percentile(latencies, 0.95),
    confidence: BUCKETS.map((from, index) => {
      const to = BUCKETS[index + 1] ?? Number.POSITIVE_INFINITY;
      const inside = verdicts.filter(({ confidence }) => confidence >= from && confidence < to);
      return {
        from,
        items: inside.length,
        rightFood: share(inside, (verdict) => verdict.isRightFood),
        rightFoodAndAmount: share(inside, (verdict) => verdict.isRightAmount),
      };
    }),
  };
}

export function isEnergyRight({ meal, errors }: MealScore): boolean {
  const allowed = Math.max(ENERGY_FLOOR_KCAL, ENERGY_SHARE * (meal.figures.kcal ?? 0));
  return Math.abs(errors.kcal ?? 0) <= allowed;
}

/** The value below which this share of the sorted values lies (nearest rank). */
export function percentile(sorted: readonly number[], rank: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * rank) - 1)] ?? Number.NaN;
}

function withFigure(scores: readonly MealScore[], figure: keyof Figures): readonly MealScore[] {
  return scores.filter((score) => score.errors[figure] !== undefined);
}

function errorsOf(scores: readonly MealScore[], figure: keyof Figures): readonly number[] {
  return withFigure(scores, figure).map((score) => score.errors[figure] ?? 0);
}

function share<T>(values: readonly T[], isSo: (value: T) => boolean): number {
  return mean(values.map((value) => Number(isSo(value))));
}

function mean(values: readonly number[]): number {
  return total(values) / values.length;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
