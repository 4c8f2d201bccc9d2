import type { Logger } from '@mealwire/telemetry';
import { analyseMentions, type FoodTable } from '../analysis/index.js';
import { mealTypeIn } from '../analysis/scope/meal-type.js';
import type { AnalyseMeal } from '../worker/analyse-meal.js';
import { ModelUnavailableError, UnusableAnswerError } from './model-error.js';
import type { ReadMeal } from './read-meal.js';

export interface ModelAnalysisOptions {
  readonly read: ReadMeal;
  /** The model's name, as settings have it. */
  readonly name: string;
  readonly table: FoodTable;
  readonly embedded: AnalyseMeal;
  readonly logger: Logger;
}

/** Why the embedded analyser answers though a model is configured. Part of `analyzer`: stable. */
export type TakeoverReason = 'model unavailable' | 'model answer unusable' | 'model found nothing';

/**
 * The model reads the text, the food table gives the figures. Whatever goes wrong with the model
 * the embedded analyser takes over and says so: a meal is never lost to a model. An empty answer is
 * not believed either, because a text can talk a model into one.
 */
export function createModelAnalysis(options: ModelAnalysisOptions): AnalyseMeal {
  const { read, name, table, embedded, logger } = options;
  return async (request, signal) => {
    let takeover: TakeoverReason;
    try {
      const mentions = await read(request.text, signal);
      if (mentions.length > 0) {
        const facts = { mealType: mealTypeIn(request.text) };
        const analysis = analyseMentions(mentions, request, table, facts);
        return { analysis, analyzer: `model:${name}`, tableVersion: table.version };
      }
      takeover = 'model found nothing';
    } catch (error) {
      signal.throwIfAborted();
      const isAnswered = error instanceof UnusableAnswerError;
      takeover = isAnswered ? 'model answer unusable' : 'model unavailable';
      const isKnown = isAnswered || error instanceof ModelUnavailableError;
      logger.warn(isKnown ? { reason: error.message } : { err: error }, takeover);
    }
    const { analyzer, ...result } = await embedded(request, signal);
    return { ...result, analyzer: `${analyzer} (${takeover})` };
  };
}
