/** For instruments: no package below this one needs OpenTelemetry's API for them alone. */
export { metrics } from '@opentelemetry/api';
export { atMostEvery } from './at-most-every.js';
export { createLogger, LOG_LEVELS, type Logger } from './logger.js';
export type { MetricsHandler } from './metrics.js';
export { startTelemetry, type Telemetry, type TelemetryOptions } from './telemetry.js';
