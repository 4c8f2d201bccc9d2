import type { NegativeScore } from './scoring/judge-negative.js';
import { isEnergyRight, type MealMetrics, metricsOf } from './scoring/metrics.js';
import { type MealScore, totalsOf } from './scoring/score-meal.js';

const WORST = 20;

/** All that was found out about one analyser. */
export interface SystemScore {
  readonly name: string;
  readonly tableVersion: string;
  readonly meals: readonly MealScore[];
  readonly negatives: readonly NegativeScore[];
}

/** For a person. */
export function reportOf(system: SystemScore, isVerbose: boolean): string {
  const { meals, negatives } = system;
  const parts = [`${system.name} (${system.tableVersion})`];
  if (meals.length > 0) parts.push(mealTable(metricsOf(meals)));
  if (isVerbose && meals.length > 0) parts.push(kindTable(meals), worstMeals(meals));
  if (negatives.length > 0) parts.push(negativeTable(negatives));
  if (isVerbose) parts.push(...wrongNegatives(negatives));
  return `${parts.join('\n\n')}\n`;
}

/** For a program: one line. */
export function jsonLineOf(systems: readonly SystemScore[]): string {
  const summaries = systems.map(({ name, tableVersion, meals, negatives }) => ({
    system: name,
    table: tableVersion,
    ...(meals.length > 0 ? { meals: metricsOf(meals) } : {}),
    ...(negatives.length > 0 ? { negatives: negativeMetrics(negatives) } : {}),
  }));
  return `${JSON.stringify({ systems: summaries }, roundedFigures)}\n`;
}

function negativeMetrics(scores: readonly NegativeScore[]): { texts: number; right: number } {
  return { texts: scores.length, right: rightOf(scores) };
}

function roundedFigures(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;
}

function mealTable(of: MealMetrics): string {
  const rows: [string, string][] = [
    ['meals', String(of.meals)],
    ['answered', percent(of.answered)],
    ['energy: mean absolute error', `${fixed(of.energyMaeKcal)} kcal`],
    ['energy: mean error', `${fixed(of.energyBiasKcal)} kcal`],
    ['energy within 20 %', percent(of.energyWithin20)],
    ['carbohydrate: mean absolute error', `${fixed(of.carbsMaeG)} g`],
    ['carbohydrate within 7.5 g', percent(of.carbsWithin7_5g)],
    ['protein: mean absolute error', `${fixed(of.proteinMaeG)} g`],
    ['fat: mean absolute error', `${fixed(of.fatMaeG)} g`],
    ['items: precision', percent(of.itemPrecision)],
    ['items: recall', percent(of.itemRecall)],
    ['items: F1', percent(of.itemF1)],
    ['right items with the amount within 25 %', percent(of.amountWithin25)],
    ['number of items exact', percent(of.countExact)],
    ['latency p50, p95', `${fixed(of.latencyP50Ms, 2)} ms, ${fixed(of.latencyP95Ms, 2)} ms`],
  ];
  const buckets = of.confidence.map(
    ({ from, items, rightFood, rightFoodAndAmount }): [string, string] => [
      `confidence from ${from.toFixed(2)}`,
      `${String(items).padStart(4)} items, right food ${percent(rightFood)}, and amount ${percent(rightFoodAndAmount)}`,
    ],
  );
  return table([...rows, ...buckets]);
}

function kindTable(scores: readonly MealScore[]): string {
  const rows = [...groupBy(scores, (score) => score.meal.kind)]
    .map(([kind, of]): [string, string] => {
      const { energyWithin20, itemF1, countExact } = metricsOf(of);
      const shares = `energy ${percent(energyWithin20)}, F1 ${percent(itemF1)}, count ${percent(countExact)}`;
      return [kind, `${String(of.length).padStart(4)} meals, ${shares}`];
    })
    .sort(([a], [b]) => a.localeCompare(b));
  return table(rows);
}

function worstMeals(scores: readonly MealScore[]): string {
  const worst = scores
    .filter(
      (score) => !isEnergyRight(score) || (score.items?.right ?? 0) < (score.items?.meant ?? 0),
    )
    .sort((a, b) => energyError(b) - energyError(a))
    .slice(0, WORST);
  return [`The worst ${worst.length}, by energy:`, ...worst.map(describe)].join('\n');
}

function describe(score: MealScore): string {
  const { meal, analysis } = score;
  const meant = meal.breakdowns[0]?.map(({ desc, grams }) => `${desc} ${grams} g`) ?? [];
  const said =
    analysis.outcome === 'failed'
      ? [analysis.reason]
      : analysis.items.map(({ name, grams }) => `${name} ${grams} g`);
  return [
    `${meal.id} ${JSON.stringify(meal.text)}`,
    `    true: ${fixed(meal.figures.kcal ?? Number.NaN)} kcal: ${meant.join('; ')}`,
    `    said: ${fixed(totalsOf(analysis).kcal)} kcal: ${said.join('; ')}`,
  ].join('\n');
}

function energyError(score: MealScore): number {
  return Math.abs(score.errors.kcal ?? 0);
}

function negativeTable(scores: readonly NegativeScore[]): string {
  const rows = [...groupBy(scores, (score) => score.negative.kind)].map(
    ([kind, of]): [string, string] => [
      `no meal: ${kind}`,
      `${percent(rightOf(of))} of ${of.length} right`,
    ],
  );
  rows.push(['no meal: all', `${percent(rightOf(scores))} of ${scores.length} right`]);
  return table(rows);
}

function wrongNegatives(scores: readonly NegativeScore[]): string[] {
  const wrong = scores.filter((score) => !score.isRight);
  if (wrong.length === 0) return [];
  const lines = wrong.map(({ negative: { id, text, expect }, said }) => {
    const wanted =
      expect.outcome === 'failed'
        ? expect.reasons.join(' or ')
        : `at most ${expect.itemsMax} items, ${expect.kcalBetween.join(' to ')} kcal`;
    return `${id} ${JSON.stringify(text.slice(0, 80))}: ${said}, not ${wanted}`;
  });
  return [['Texts that are no meals and were judged wrongly:', ...lines].join('\n')];
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}

function rightOf(scores: readonly NegativeScore[]): number {
  return scores.filter((score) => score.isRight).length / scores.length;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

function percent(share: number): string {
  return Number.isNaN(share) ? '-' : `${(100 * share).toFixed(1)} %`;
}

function fixed(value: number, digits = 1): string {
  return Number.isNaN(value) ? '-' : value.toFixed(digits);
}
