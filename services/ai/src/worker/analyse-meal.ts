import type { Analyser, Analysis, AnalysisRequest } from '../analysis/index.js';

/** An analysis and whose it is: with a model configured that differs from meal to meal. */
export interface AttributedAnalysis {
  readonly analysis: Analysis;
  /** Who answered; the words are listed in docs/operations.md. */
  readonly analyzer: string;
  /** The version of the food data behind the figures. */
  readonly tableVersion: string;
}

/** Rejects when the analysis, not the text, is the problem: the meal will be tried again. */
export type AnalyseMeal = (
  request: AnalysisRequest,
  signal: AbortSignal,
) => Promise<AttributedAnalysis>;

/** One analyser answers every meal, under its own name. */
export function analyseWith(analyser: Analyser): AnalyseMeal {
  const { name: analyzer, tableVersion } = analyser;
  return async (request, signal) => ({
    analysis: await analyser.analyse(request, signal),
    analyzer,
    tableVersion,
  });
}
