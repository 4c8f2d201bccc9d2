import { metrics } from '@opentelemetry/api';
import type { AttributedAnalysis } from './analyse-meal.js';

export interface AnalysisMetrics {
  /** An analysis came to an end, well or not; its wait for earlier meals is not part of it. */
  analysed(result: AttributedAnalysis, durationMs: number): void;
}

/** Microseconds for the embedded analyser, up to the deadline for a model. */
const DURATION_BUCKETS_S = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 30, 60];

/** Call after telemetry has started: instruments that are made before count nothing. */
export function createAnalysisMetrics(): AnalysisMetrics {
  const duration = metrics.getMeter('@mealwire/ai').createHistogram('mealwire.analysis.duration', {
    description: 'One analysis of a meal, by who answered and how it ended.',
    unit: 's',
    advice: { explicitBucketBoundaries: DURATION_BUCKETS_S },
  });
  return {
    analysed: ({ analysis, analyzer }, durationMs) =>
      duration.record(durationMs / 1000, { analyzer, outcome: analysis.outcome }),
  };
}
