import { atMostEvery, type Logger } from '@mealwire/telemetry';
import { metrics } from '@opentelemetry/api';
import type { Backlog } from './backlog.js';

export interface BacklogMetricsOptions {
  readonly read: () => Promise<Backlog>;
  /** Asking while NATS is away would hold up the scrape. */
  readonly isConnected: () => boolean;
  readonly now: () => Date;
  readonly logger: Logger;
}

const MIN_INTERVAL_MS = 2_000;

/**
 * Gauges of the whole system, the same in every process: take the maximum, not the sum. Read when
 * somebody scrapes; while NATS does not answer they are absent.
 */
export function observeBacklog(options: BacklogMetricsOptions): void {
  const { isConnected, now, logger } = options;
  const meter = metrics.getMeter('@mealwire/ai');
  const meals = meter.createObservableGauge('mealwire.analysis.backlog', {
    description: 'Meals without an outcome: waiting, or in progress.',
  });
  const age = meter.createObservableGauge('mealwire.analysis.backlog.age', {
    description: 'How long the oldest meal without an outcome has been submitted.',
    unit: 's',
  });
  const read = atMostEvery(MIN_INTERVAL_MS, options.read, now);
  meter.addBatchObservableCallback(
    async (result) => {
      if (!isConnected()) return;
      try {
        const { waiting, inProgress, oldestAt } = await read();
        result.observe(meals, waiting, { state: 'waiting' });
        result.observe(meals, inProgress, { state: 'in_progress' });
        const ageMs = oldestAt === undefined ? 0 : now().getTime() - oldestAt.getTime();
        result.observe(age, Math.max(0, ageMs / 1000));
      } catch (error) {
        logger.warn({ err: error }, 'the backlog cannot be read right now');
      }
    },
    [meals, age],
  );
}
