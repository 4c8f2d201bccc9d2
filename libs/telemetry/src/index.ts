export { createLogger, LOG_LEVELS, type Logger } from './logger.js';
export type { MetricsHandler } from './metrics.js';
export { startTelemetry, type Telemetry, type TelemetryOptions } from './telemetry.js';
