import type { QualityReport } from '@mealwire/contracts';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { type DataPoint, type Histogram, MeterProvider } from '@opentelemetry/sdk-metrics';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClientMetrics, type RecordReport } from './client-metrics.js';

let exporter: PrometheusExporter;
let record: RecordReport;

beforeEach(() => {
  exporter = new PrometheusExporter({ preventServerStart: true });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
  record = createClientMetrics();
});

afterEach(() => metrics.disable());

async function pointsOf(name: string): Promise<DataPoint<unknown>[]> {
  const { resourceMetrics } = await exporter.collect();
  return resourceMetrics.scopeMetrics
    .flatMap((scope) => scope.metrics)
    .filter(({ descriptor }) => descriptor.name === name)
    .flatMap(({ dataPoints }) => dataPoints as DataPoint<unknown>[]);
}

const report = (more: Partial<QualityReport> = {}): QualityReport => ({
  client: 'web',
  version: '0.1.0',
  ...more,
});

test('reports add up, by client, strategy and what happened', async () => {
  record(report({ handshakes: { succeeded: 2, failed: 0 }, reconnects: { silence: 1 } }));
  record(report({ handshakes: { succeeded: 1 } }));
  expect(await pointsOf('mealwire.client.handshakes')).toMatchObject([
    { attributes: { client: 'web', strategy: 'default', result: 'succeeded' }, value: 3 },
  ]);
  expect(await pointsOf('mealwire.client.reconnects')).toMatchObject([
    { attributes: { cause: 'silence' }, value: 1 },
  ]);
});

test('a delay is clamped: two clocks are in it', async () => {
  record(report({ outcome_delay_ms: [-60_000, 250, 1e12] }));
  const [point] = (await pointsOf('mealwire.client.outcome.delay')) as DataPoint<Histogram>[];
  expect(point?.value).toMatchObject({ count: 3, min: 0, sum: 0.25 + 7 * 24 * 60 * 60 });
});

test('whatever clients call themselves, the series stay few', async () => {
  for (let i = 0; i < 100; i += 1) {
    record(report({ client: `c${i}`, strategy: 'default', outcomes: { socket: 1 } }));
  }
  record(report({ client: 'ios', outcomes: { socket: 1 } }));
  const points = await pointsOf('mealwire.client.outcomes');
  const clients = points.map(({ attributes }) => attributes['client']);
  // 4 that are expected, of which one came; 16 more; the rest together.
  expect(clients).toHaveLength(18);
  expect(clients).toContain('ios');
  expect(points.find(({ attributes }) => attributes['client'] === 'other')?.value).toBe(84);
});
