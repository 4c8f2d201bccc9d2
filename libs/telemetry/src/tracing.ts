import { createRequire } from 'node:module';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import type { Resource } from '@opentelemetry/resources';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** Probes and scrapes come every few seconds and would drown the meals. */
const UNTRACED_PATHS = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Registers the tracer. Without an endpoint spans are still made, so that log lines carry trace
 * ids and the trace context travels; they are only not exported.
 */
export function startTracing(
  resource: Resource,
  otlpEndpoint: string | undefined,
): NodeTracerProvider {
  const spanProcessors =
    otlpEndpoint === undefined
      ? []
      : [
          new BatchSpanProcessor(
            new OTLPTraceExporter({ url: `${otlpEndpoint.replace(/\/+$/, '')}/v1/traces` }),
          ),
        ];
  const provider = new NodeTracerProvider({ resource, spanProcessors });
  provider.register();
  instrumentHttp();
  return provider;
}

function instrumentHttp(): void {
  registerInstrumentations({
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: (request) => UNTRACED_PATHS.has(request.url ?? ''),
      }),
    ],
  });
  // The instrumentation patches `node:http` in place when it is next required. Fastify was already
  // imported by then, so require it once here.
  createRequire(import.meta.url)('node:http');
}
