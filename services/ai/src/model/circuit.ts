import type { Logger } from '@mealwire/telemetry';
import { metrics } from '@opentelemetry/api';
import CircuitBreaker from 'opossum';
import { ModelUnavailableError } from './model-error.js';
import type { ReadMeal } from './read-meal.js';

export interface Circuit {
  readonly read: ReadMeal;
  stop(): void;
}

/** So many calls in a minute before anything can be said about the model. */
const MIN_CALLS = 5;
const WINDOW_MS = 60_000;
const FAILURE_PERCENT = 50;

export interface CircuitOptions {
  /** After so long one meal tries whether the model is back. */
  readonly retryAfterMs: number;
  readonly logger: Logger;
}

/**
 * Leaves a model that is away in peace: while the circuit is open, a meal costs no time before the
 * embedded analyser takes over. Only unavailability counts; an answer that cannot be used does not,
 * else one user's texts could keep everybody from the model. Per process.
 */
export function withCircuit(read: ReadMeal, { retryAfterMs, logger }: CircuitOptions): Circuit {
  const breaker = new CircuitBreaker(read, {
    name: 'model',
    // The reader has its own deadline, and cancels what it has begun.
    timeout: false,
    volumeThreshold: MIN_CALLS,
    errorThresholdPercentage: FAILURE_PERCENT,
    rollingCountTimeout: WINDOW_MS,
    resetTimeout: retryAfterMs,
    rollingPercentilesEnabled: false,
    enableSnapshots: false,
    errorFilter: (error) => !(error instanceof ModelUnavailableError),
  });
  breaker.on('open', () => logger.warn('the model is away: the embedded analyser takes over'));
  breaker.on('close', () => logger.info('the model is back'));
  metrics
    .getMeter('@mealwire/ai')
    .createObservableGauge('mealwire.model.circuit_open', {
      description: '1 while the model is not asked, because it was away.',
    })
    .addCallback((gauge) => gauge.observe(breaker.opened || breaker.halfOpen ? 1 : 0));
  return {
    read: async (text, signal) => {
      try {
        return await breaker.fire(text, signal);
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'EOPENBREAKER') throw error;
        throw new ModelUnavailableError('circuit_open');
      }
    },
    stop: () => breaker.shutdown(),
  };
}
