import {
  type Attributes,
  type Context,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/**
 * Spans after OpenTelemetry's semantic conventions for messaging. The conventions are not yet
 * stable, so the attribute names are spelled out here. Ids of users stay out of span names and
 * attributes: they are personal data and of unbounded cardinality.
 */
export interface MessagingOperation {
  /** `send` makes a PRODUCER span, `process` a CONSUMER span. */
  readonly operation: 'send' | 'process';
  /** Subject with placeholders, e.g. `meal_log.created.{user}.{id}`. */
  readonly destinationTemplate: string;
  readonly attributes?: Attributes;
  /** The sender's context for `process`; the active one by default. */
  readonly parent?: Context;
}

const tracer = trace.getTracer('@mealwire/bus');

/** Runs `work` inside a messaging span; a rejection marks the span and is passed on. */
export async function inMessagingSpan<T>(
  operation: MessagingOperation,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const parent = operation.parent ?? context.active();
  const span = startMessagingSpan(operation, parent);
  try {
    return await context.with(trace.setSpan(parent, span), () => work(span));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) });
    span.setAttribute('error.type', nameOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** For work that does not end with a promise; the caller ends the span. */
export function startMessagingSpan(operation: MessagingOperation, parent: Context): Span {
  const { destinationTemplate } = operation;
  return tracer.startSpan(
    `${operation.operation} ${destinationTemplate}`,
    {
      kind: operation.operation === 'send' ? SpanKind.PRODUCER : SpanKind.CONSUMER,
      attributes: {
        'messaging.system': 'nats',
        'messaging.operation.name': operation.operation,
        'messaging.operation.type': operation.operation,
        'messaging.destination.name': destinationTemplate,
        'messaging.destination.template': destinationTemplate,
        ...operation.attributes,
      },
    },
    parent,
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
