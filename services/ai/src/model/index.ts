import type { Logger } from '@mealwire/telemetry';
import type { FoodTable } from '../analysis/index.js';
import type { AnalyseMeal } from '../worker/analyse-meal.js';
import { createAsk } from './ask.js';
import { withCircuit } from './circuit.js';
import { createModelAnalysis } from './model-analysis.js';
import { observedAsk } from './observed-ask.js';
import { createReadMeal } from './read-meal.js';
import type { ModelSettings } from './settings.js';

export type { ModelSettings } from './settings.js';
export { modelSettingsOf } from './settings.js';

export interface ModelAnalyserOptions {
  readonly settings: ModelSettings;
  readonly table: FoodTable;
  /** Takes over when the model does not do. */
  readonly embedded: AnalyseMeal;
  readonly logger: Logger;
  /** After so long one meal tries whether a model that was away is back. */
  readonly retryModelAfterMs?: number;
}

export interface ModelAnalyser {
  readonly analyse: AnalyseMeal;
  stop(): void;
}

const RETRY_MODEL_AFTER_MS = 10_000;

/** A model reads the meal, code does the rest: docs/adr/0014. */
export function createModelAnalyser(options: ModelAnalyserOptions): ModelAnalyser {
  const { settings, table, embedded, logger } = options;
  const ask = observedAsk(createAsk(settings), settings);
  const circuit = withCircuit(createReadMeal(ask, settings.deadlineMs), {
    retryAfterMs: options.retryModelAfterMs ?? RETRY_MODEL_AFTER_MS,
    logger,
  });
  const { name } = settings;
  return {
    analyse: createModelAnalysis({ read: circuit.read, name, table, embedded, logger }),
    stop: circuit.stop,
  };
}
