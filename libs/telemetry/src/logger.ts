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
    serializers: { err: describeError },
    // Exact paths: wildcards cost 12 KB a line.
    redact: ['authorization', 'headers.authorization', 'text', 'token', 'password', 'payload'],
  });
}

/**
 * An error without its other properties: those of database drivers quote parameters and rows. The
 * message of Drizzle's does so behind `params:`.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const { code } = error as { readonly code?: unknown };
  return {
    type: name,
    message: withoutParams(message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(stack === undefined ? {} : { stack: withoutParams(stack) }),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

function withoutParams(text: string): string {
  return text.replace(/\nparams:[\s\S]*?(?=\n {4}at |$)/, '\nparams: [left out]');
}

function traceIds(): object {
  const spanContext = trace.getActiveSpan()?.spanContext();
  if (spanContext === undefined || !isSpanContextValid(spanContext)) return {};
  return { trace_id: spanContext.traceId, span_id: spanContext.spanId };
}
