import { atMostEvery, type Logger, metrics } from '@mealwire/telemetry';
import type { Lag } from './lag.js';
import type { ProjectionState } from './projection.js';

export interface ProjectionMetricsOptions {
  readonly state: () => ProjectionState;
  readonly read: () => Promise<Lag>;
  /** Asking while NATS is away would hold up the scrape. */
  readonly isConnected: () => boolean;
  readonly now: () => Date;
  readonly logger: Logger;
}

const MIN_INTERVAL_MS = 2_000;

/**
 * The lag is of the whole system, the same in every process: take the maximum, not the sum. It is
 * absent while NATS or PostgreSQL does not answer. What a process has to do with it is its own.
 */
export function observeProjection(options: ProjectionMetricsOptions): void {
  const { state, isConnected, now, logger } = options;
  const meter = metrics.getMeter('@mealwire/ingest');
  const events = meter.createObservableGauge('mealwire.projection.lag', {
    description: 'Events of MEAL_LOG that are not in the read model yet.',
  });
  const age = meter.createObservableGauge('mealwire.projection.lag.age', {
    description: 'How long the oldest of them has been stored.',
    unit: 's',
  });
  const active = meter.createObservableGauge('mealwire.projection.active', {
    description: '1 in the process that writes the read model.',
  });
  const refused = meter.createObservableGauge('mealwire.projection.refused', {
    description: '1 while the read model does not fit MEAL_LOG and has to be rebuilt.',
  });
  const read = atMostEvery(MIN_INTERVAL_MS, options.read, now);
  meter.addBatchObservableCallback(
    async (result) => {
      const current = state();
      result.observe(active, current === 'active' ? 1 : 0);
      result.observe(refused, current === 'refused' ? 1 : 0);
      if (!isConnected()) return;
      try {
        const lag = await read();
        result.observe(events, lag.events);
        const ageMs = lag.oldestAt === undefined ? 0 : now().getTime() - lag.oldestAt.getTime();
        result.observe(age, Math.max(0, ageMs / 1000));
      } catch (error) {
        logger.warn({ err: error }, 'the lag of the projection cannot be read right now');
      }
    },
    [events, age, active, refused],
  );
}
