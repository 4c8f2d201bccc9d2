import type { Analyser, Analysis } from '../src/analysis/index.js';
import type { CaseSet } from './cases.js';
import type { Reference } from './reference.js';
import type { SystemScore } from './report.js';
import { judgeNegative } from './scoring/judge-negative.js';
import { scoreMeal } from './scoring/score-meal.js';

const WARM_UP = 20;

/** Runs every case, one after the other, so that latencies are those of a single meal. */
export async function runCases(
  analyser: Analyser,
  { meals, negatives }: CaseSet,
  reference: Reference,
): Promise<SystemScore> {
  for (const { text } of meals.slice(0, WARM_UP)) await analyse(analyser, text);
  const mealScores = [];
  for (const meal of meals) {
    const startedAt = performance.now();
    const analysis = await analyse(analyser, meal.text);
    const latencyMs = performance.now() - startedAt;
    mealScores.push(scoreMeal(meal, analysis, latencyMs, reference));
  }
  const negativeScores = [];
  for (const negative of negatives) {
    negativeScores.push(judgeNegative(negative, await analyse(analyser, negative.text)));
  }
  const { name, tableVersion } = analyser;
  return { name, tableVersion, meals: mealScores, negatives: negativeScores };
}

/** An analyser that throws has failed this text; the run goes on. */
async function analyse(analyser: Analyser, text: string): Promise<Analysis> {
  try {
    return await analyser.analyse({ text }, new AbortController().signal);
  } catch (error) {
    return { outcome: 'failed', reason: 'analysis_error', message: String(error) };
  }
}
