import { metrics } from '@mealwire/telemetry';

export interface SourceMetrics {
  /** The source of that stream was started again. */
  restarted(stream: string): void;
}

/** Call after telemetry has started: instruments that are made before count nothing. */
export function createSourceMetrics(): SourceMetrics {
  const restarts = metrics.getMeter('@mealwire/ingest').createCounter('mealwire.source.restarts', {
    description: 'Sources of streams that were started again, by stream.',
  });
  return { restarted: (stream) => restarts.add(1, { stream }) };
}
