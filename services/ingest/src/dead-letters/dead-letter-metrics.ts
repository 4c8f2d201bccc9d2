import { DEAD_LETTERS } from '@mealwire/bus';
import { type Logger, metrics } from '@mealwire/telemetry';
import type { JetStreamManager } from '@nats-io/jetstream';

export interface DeadLetterMetricsOptions {
  readonly jsm: JetStreamManager;
  /** Asking while NATS is away would hold up the scrape. */
  readonly isStoreReachable: () => boolean;
  readonly logger: Logger;
}

/** A gauge of the whole system, read when somebody scrapes; absent while NATS does not answer. */
export function observeDeadLetters(options: DeadLetterMetricsOptions): void {
  const { jsm, isStoreReachable, logger } = options;
  const held = metrics.getMeter('@mealwire/ingest').createObservableGauge('mealwire.dead_letters', {
    description: 'Dead letters that wait for an operator.',
  });
  held.addCallback(async (result) => {
    if (!isStoreReachable()) return;
    try {
      const { state } = await jsm.streams.info(DEAD_LETTERS);
      result.observe(state.messages);
    } catch (error) {
      logger.warn({ err: error }, 'the dead letters cannot be counted right now');
    }
  });
}
