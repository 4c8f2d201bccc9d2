import type { QualityReport } from '@mealwire/contracts';
import { type Histogram, metrics } from '@opentelemetry/api';
import { createKnownNames } from './known-names.js';

/** Adds a report to the metrics. */
export type RecordReport = (report: QualityReport) => void;

/** Label values of a kind; more of them count as `other`. */
const MAX_NAMES = 20;
const EXPECTED_CLIENTS = ['web', 'node', 'ios', 'android'];
const DEFAULT_STRATEGY = 'default';
/** As long as FEED keeps an outcome: nothing is shown later than that, but by a wrong clock. */
const MAX_DELAY_MS = 7 * 24 * 60 * 60 * 1000;
const DURATION_BUCKETS_S = [
  0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 600, 3_600, 86_400,
];

/**
 * What clients say of their connections. Labels are few and name nobody: user and device do not even
 * get here. Call after telemetry has started: instruments that are made before count nothing.
 */
export function createClientMetrics(): RecordReport {
  const meter = metrics.getMeter('@mealwire/gateway');
  const histogram = (name: string, description: string): Histogram =>
    meter.createHistogram(name, {
      description,
      unit: 's',
      advice: { explicitBucketBoundaries: DURATION_BUCKETS_S },
    });
  const handshakes = meter.createCounter('mealwire.client.handshakes', {
    description: 'Attempts of clients to connect.',
  });
  const reconnects = meter.createCounter('mealwire.client.reconnects', {
    description: 'Why clients connected again.',
  });
  const outcomes = meter.createCounter('mealwire.client.outcomes', {
    description: 'Outcomes that clients showed, by how they came.',
  });
  const verified = histogram(
    'mealwire.client.verified.duration',
    'From the start of an attempt to connect to the first frame.',
  );
  const roundTrip = histogram('mealwire.client.round_trip.duration', 'From a ping to its pong.');
  const delay = histogram(
    'mealwire.client.outcome.delay',
    'From the outcome to the moment that a client showed it.',
  );
  const clientOf = createKnownNames(EXPECTED_CLIENTS, MAX_NAMES);
  const strategyOf = createKnownNames([DEFAULT_STRATEGY], MAX_NAMES);

  return (report) => {
    const labels = {
      client: clientOf(report.client),
      strategy: strategyOf(report.strategy ?? DEFAULT_STRATEGY),
    };
    for (const [result, n] of counted(report.handshakes)) handshakes.add(n, { ...labels, result });
    for (const [cause, n] of counted(report.reconnects)) reconnects.add(n, { ...labels, cause });
    for (const [how, n] of counted(report.outcomes)) outcomes.add(n, { ...labels, how });
    for (const ms of report.verified_ms ?? []) verified.record(ms / 1000, labels);
    for (const ms of report.round_trip_ms ?? []) roundTrip.record(ms / 1000, labels);
    for (const ms of report.outcome_delay_ms ?? []) {
      delay.record(Math.min(Math.max(ms, 0), MAX_DELAY_MS) / 1000, labels);
    }
  };
}

/** What happened at all: a zero would make a series of what may never happen. */
function counted(counts: Readonly<Record<string, number>> = {}): [string, number][] {
  return Object.entries(counts).filter(([, n]) => n > 0);
}
