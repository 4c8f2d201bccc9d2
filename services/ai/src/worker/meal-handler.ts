import { ConcurrencyError, type Delivery, type EventHandler, type EventStore } from '@mealwire/bus';
import { isOutcomeType, type RecordedEvent } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { FailedAnalysis } from '../analysis/index.js';
import type { AnalyseMeal, AttributedAnalysis } from './analyse-meal.js';
import type { AnalysisMetrics } from './analysis-metrics.js';
import { outcomeEvent } from './outcome.js';
import type { SubmissionOrder } from './submission-order.js';

export interface MealHandlerOptions {
  readonly analyse: AnalyseMeal;
  readonly order: SubmissionOrder;
  readonly metrics: AnalysisMetrics;
  readonly deadlineMs: number;
  /** After this many deliveries the meal ends as failed: it must not stay open. */
  readonly maxAttempts: number;
  readonly events: EventStore;
  readonly now: () => Date;
  readonly logger: Logger;
}

const tracer = trace.getTracer('@mealwire/ai');

/**
 * Analyses one meal and publishes exactly one outcome: docs/guarantees.md, 3 and 4. Throws, and so
 * is tried again, when the analyser or the store fails; the last attempt ends the meal as failed.
 */
export function createMealHandler(options: MealHandlerOptions): EventHandler {
  const { order, metrics, events, now, logger } = options;
  return async (event, delivery) => {
    if (event.type !== 'meal_log.created') return;
    const { userId, mealLogId } = event.metadata;
    const startedAt = now();
    const result = await analyseOrGiveUp(options, event, delivery);
    metrics.analysed(result, now().getTime() - startedAt.getTime());
    if (!(await order.turn(event, delivery))) {
      logger.warn({ meal_log_id: mealLogId }, 'a meal overtakes an earlier one that does not end');
    }
    const outcome = outcomeEvent(result, { analysed: event, startedAt, endedAt: now() });
    try {
      await events.append(outcome, event.sequence);
    } catch (error) {
      if (!(error instanceof ConcurrencyError)) throw error;
      // Something of this meal log came first. If it was an outcome, the work is done: by us before
      // an ack got lost, or by another process.
      if (!(await hasOutcome(events, event))) throw error;
      logger.info({ meal_log_id: mealLogId }, 'the meal had its outcome already');
      return;
    }
    order.ended(userId);
    const { analyzer } = result;
    logger.info({ meal_log_id: mealLogId, outcome: outcome.type, analyzer }, 'meal analysed');
  };
}

async function analyseOrGiveUp(
  { analyse, deadlineMs, maxAttempts, logger }: MealHandlerOptions,
  event: RecordedEvent & { readonly type: 'meal_log.created' },
  delivery: Delivery,
): Promise<AttributedAnalysis> {
  // Taken up so often and never ended: it may be the meal that kills the process.
  if (delivery.attempt > maxAttempts) {
    logger.error({ attempt: delivery.attempt }, 'giving up on a meal');
    return GAVE_UP;
  }
  const { text, mealType } = event.data;
  const timeout = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([delivery.signal, timeout]);
  return tracer.startActiveSpan('analyse meal', async (span) => {
    span.setAttribute('mealwire.attempt', delivery.attempt);
    try {
      const result = await analyse({ text, mealType }, signal);
      span.setAttributes({
        'mealwire.analyzer': result.analyzer,
        'mealwire.outcome': result.analysis.outcome,
      });
      return result;
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      if (delivery.signal.aborted || delivery.attempt < maxAttempts) throw error;
      logger.error({ err: error, attempt: delivery.attempt }, 'giving up on a meal');
      return timeout.aborted ? TIMED_OUT : GAVE_UP;
    } finally {
      span.end();
    }
  });
}

const TIMED_OUT = givenUp({
  outcome: 'failed',
  reason: 'analysis_timeout',
  message: 'The analysis took too long. Please try again.',
});

const GAVE_UP = givenUp({
  outcome: 'failed',
  reason: 'analysis_error',
  message: 'The meal could not be analysed. Please try again.',
});

/** Nobody has analysed it, and no table was read. */
function givenUp(analysis: FailedAnalysis): AttributedAnalysis {
  return { analysis, analyzer: 'none', tableVersion: '' };
}

async function hasOutcome(
  events: EventStore,
  { metadata, sequence }: RecordedEvent,
): Promise<boolean> {
  const last = await events.lastEvents(metadata.userId, metadata.mealLogId);
  return last.some((event) => isOutcomeType(event.type) && event.sequence > sequence);
}
