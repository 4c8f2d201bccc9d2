import { randomUUID } from 'node:crypto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { createLogger, type LOG_LEVELS, type Logger } from './logger.js';
import { type MetricsHandler, startMetrics } from './metrics.js';
import { startTracing } from './tracing.js';

export interface TelemetryOptions {
  /** The service's name in traces, metrics and log lines. */
  readonly service: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Base URL of an OTLP/HTTP receiver; spans are not exported without one. */
  readonly otlpEndpoint?: string | undefined;
}

export interface Telemetry {
  readonly logger: Logger;
  /** Distinguishes the processes of one service, e.g. as the gateway's id. */
  readonly instanceId: string;
  readonly handleMetrics: MetricsHandler;
  /** Sends what is still buffered. Never rejects: losing spans must not fail a shutdown. */
  stop(): Promise<void>;
}

/** Call once per process, before the first request is served. */
export function startTelemetry(options: TelemetryOptions): Telemetry {
  const instanceId = `${options.service}-${randomUUID().slice(0, 8)}`;
  const resource = resourceFromAttributes({
    [ATTR_SERVICE_NAME]: options.service,
    'service.namespace': 'mealwire',
    'service.instance.id': instanceId,
  });
  const logger = createLogger(options.service, options.logLevel);
  // Metrics first: the HTTP instrumentation takes the meter that it finds.
  const metrics = startMetrics(resource);
  const tracing = startTracing(resource, options.otlpEndpoint);
  return {
    logger,
    instanceId,
    handleMetrics: metrics.handle,
    stop: async () => {
      await Promise.allSettled([tracing.shutdown(), metrics.provider.shutdown()]);
    },
  };
}
