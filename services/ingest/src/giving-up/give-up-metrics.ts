import { metrics } from '@mealwire/telemetry';

export interface GiveUpMetrics {
  /** A meal was ended because of this. */
  gaveUp(cause: 'deadline' | 'dead_letter'): void;
}

/** Call after telemetry has started: instruments that are made before count nothing. */
export function createGiveUpMetrics(): GiveUpMetrics {
  const meals = metrics.getMeter('@mealwire/ingest').createCounter('mealwire.meals.given_up', {
    description: 'Meals that ingest has ended as failed, by cause.',
  });
  return { gaveUp: (cause) => meals.add(1, { cause }) };
}
