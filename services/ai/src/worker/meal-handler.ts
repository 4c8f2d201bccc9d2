import {
  type Delivery,
  type EventHandler,
  type EventStore,
  PoisonedEventError,
} from '@mealwire/bus';
import type { ANALYSIS_TYPES, RecordedEvent } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { FailedAnalysis } from '../analysis/index.js';
import type { AnalyseMeal, AttributedAnalysis } from './analyse-meal.js';
import type { AnalysisMetrics } from './analysis-metrics.js';
import { outcomeEvent } from './outcome.js';
import { needsNoOutcome, publishOutcome } from './publish-outcome.js';
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
 * is tried again, when the analyser or the store fails; the last attempt ends the meal as failed, and
 * makes it a dead letter.
 */
export function createMealHandler(options: MealHandlerOptions): EventHandler {
  const { order, metrics, events, now, logger } = options;
  return async (event, delivery) => {
    if (event.type !== 'meal_log.created' && event.type !== 'meal_log.retried') return;
    const { userId, mealLogId } = event.metadata;
    const startedAt = now();
    if (await isOver(options, event, delivery, startedAt)) {
      logger.info({ meal_log_id: mealLogId }, 'the meal needs no analysis any more');
      return;
    }
    const { result, gaveUpBecause } = await analyseOrGiveUp(options, event, delivery);
    metrics.analysed(result, now().getTime() - startedAt.getTime());
    // Who asks for a meal again has had its outcome in order, and waits for this one only.
    if (event.type === 'meal_log.created' && !(await order.turn(event, delivery))) {
      logger.warn({ meal_log_id: mealLogId }, 'a meal overtakes an earlier one that does not end');
    }
    const outcome = outcomeEvent(result, { analysed: event, startedAt, endedAt: now() });
    if ((await publishOutcome(events, outcome, event, delivery.attempt)) === 'not needed') {
      logger.info({ meal_log_id: mealLogId }, 'the meal needs no outcome any more');
      return;
    }
    order.ended(userId);
    const { analyzer } = result;
    logger.info({ meal_log_id: mealLogId, outcome: outcome.type, analyzer }, 'meal analysed');
    if (gaveUpBecause !== undefined) throw new PoisonedEventError(gaveUpBecause);
  };
}

/** Within it nobody but a worker has had time to end a meal. */
const FRESH_MS = 60_000;

/**
 * Asked before an analysis that may be in vain, and may cost money: of a meal that was imported, say.
 * Not of one that was given up before: that makes it a dead letter, which it may not be yet.
 */
async function isOver(
  { events, maxAttempts }: MealHandlerOptions,
  event: RecordedEvent,
  { attempt }: Delivery,
  now: Date,
): Promise<boolean> {
  const { userId, mealLogId, time } = event.metadata;
  if (attempt > maxAttempts) return false;
  if (attempt === 1 && now.getTime() - Date.parse(time) < FRESH_MS) return false;
  return needsNoOutcome(await events.lastEvents(userId, mealLogId), event, attempt);
}

interface Attempt {
  readonly result: AttributedAnalysis;
  /** For operators, without meal text; undefined: it was analysed. */
  readonly gaveUpBecause?: string;
}

async function analyseOrGiveUp(
  { analyse, deadlineMs, maxAttempts, logger }: MealHandlerOptions,
  event: RecordedEvent & { readonly type: (typeof ANALYSIS_TYPES)[number] },
  delivery: Delivery,
): Promise<Attempt> {
  // Taken up so often and never ended: it may be the meal that kills the process.
  if (delivery.attempt > maxAttempts) {
    logger.error({ attempt: delivery.attempt }, 'giving up on a meal');
    return {
      result: GAVE_UP,
      gaveUpBecause: 'analysis_error: taken up too often, and never ended',
    };
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
      return { result };
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      if (delivery.signal.aborted || delivery.attempt < maxAttempts) throw error;
      logger.error({ err: error, attempt: delivery.attempt }, 'giving up on a meal');
      // The error's own words may quote the text.
      return timeout.aborted
        ? { result: TIMED_OUT, gaveUpBecause: 'analysis_timeout' }
        : { result: GAVE_UP, gaveUpBecause: `analysis_error: ${nameOf(error)}` };
    } finally {
      span.end();
    }
  });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
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
