import type { Analysis } from '../../src/analysis/index.js';
import type { NegativeCase } from '../cases.js';

export interface NegativeScore {
  readonly negative: NegativeCase;
  readonly isRight: boolean;
  /** What came instead, for a person. */
  readonly said: string;
}

export function judgeNegative(negative: NegativeCase, analysis: Analysis): NegativeScore {
  return { negative, isRight: isAsExpected(negative, analysis), said: summaryOf(analysis) };
}

function isAsExpected({ expect }: NegativeCase, analysis: Analysis): boolean {
  if (expect.outcome === 'failed') {
    return analysis.outcome === 'failed' && expect.reasons.includes(analysis.reason);
  }
  if (analysis.outcome === 'failed') return false;
  const { items, totals } = analysis;
  const [least, most] = expect.kcalBetween;
  return items.length <= expect.itemsMax && totals.calories >= least && totals.calories <= most;
}

function summaryOf(analysis: Analysis): string {
  if (analysis.outcome === 'failed') return analysis.reason;
  const items = analysis.items.map(({ name, grams }) => `${name} ${grams} g`);
  return `${items.join(', ')} = ${analysis.totals.calories} kcal`;
}
