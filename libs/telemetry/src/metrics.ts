import type { IncomingMessage, ServerResponse } from 'node:http';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import type { Resource } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/** Answers a scrape in the Prometheus text format. */
export type MetricsHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Registers the meter provider; instruments made through `metrics.getMeter()` appear in it. */
export function startMetrics(resource: Resource): {
  readonly provider: MeterProvider;
  readonly handle: MetricsHandler;
} {
  // No server of its own: each service serves /metrics beside its health routes.
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ resource, readers: [exporter] });
  metrics.setGlobalMeterProvider(provider);
  return { provider, handle: (req, res) => exporter.getMetricsRequestHandler(req, res) };
}
