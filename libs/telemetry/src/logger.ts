import { isSpanContextValid, trace } from '@opentelemetry/api';
import { type Logger, pino } from 'pino';

export type { Logger };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * One JSON line per event on stdout, with the trace and span it belongs to. Meal text, tokens and
 * payloads are not for logs; the redaction is a second line of defence, not a licence.
 */
export function createLogger(service: string, level: (typeof LOG_LEVELS)[number]): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: traceIds,
    redact: ['*.authorization', '*.headers.authorization', '*.text', '*.token', '*.password'],
  });
}

function traceIds(): object {
  const spanContext = trace.getActiveSpan()?.spanContext();
  if (spanContext === undefined || !isSpanContextValid(spanContext)) return {};
  return { trace_id: spanContext.traceId, span_id: spanContext.spanId };
}
