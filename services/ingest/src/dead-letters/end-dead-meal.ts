import { AI_CONSUMER, eventIn } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { Failure, GiveUpMeal } from '../giving-up/give-up-meal.js';
import type { GiveUpMetrics } from '../giving-up/give-up-metrics.js';
import type { DeadLetter } from './dead-letter.js';
import { messageOfLetter } from './stored-message.js';

export interface EndDeadMealDependencies {
  readonly jsm: JetStreamManager;
  readonly giveUp: GiveUpMeal;
  readonly metrics: GiveUpMetrics;
  readonly logger: Logger;
}

/** Safe to call again. */
export type EndDeadMeal = (letter: DeadLetter) => Promise<void>;

const GAVE_UP: Failure = {
  reason: 'analysis_error',
  message: 'The meal could not be analysed. Please try again.',
};

/**
 * A meal whose analysis nobody will be asked for again, and that has no outcome, ends at once. Most
 * dead letters need nothing: `ai` ends a meal before it gives it up.
 */
export function createEndDeadMeal(dependencies: EndDeadMealDependencies): EndDeadMeal {
  const { jsm, giveUp, metrics, logger } = dependencies;
  return async (letter) => {
    const { id, consumer, sequence, cause } = letter;
    logger.error({ dead_letter: id, consumer, sequence, cause }, 'a dead letter');
    if (consumer !== AI_CONSUMER) return;
    const message = await messageOfLetter(jsm, letter);
    const event = message === undefined ? undefined : eventIn(message);
    // What is no event of ours, or not there any more, is nobody's meal.
    if (event === undefined) return;
    const isThisOne = (open: { readonly request: { readonly sequence: number } }): boolean =>
      open.request.sequence === sequence;
    if (await giveUp(event.metadata, GAVE_UP, isThisOne)) {
      metrics.gaveUp('dead_letter');
      const { mealLogId } = event.metadata;
      logger.warn({ meal_log_id: mealLogId }, 'a meal was ended because of a dead letter');
    }
  };
}
