import { extractTraceContext, startMessagingSpan } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import {
  type Attributes,
  type Context,
  context,
  metrics,
  type Span,
  trace,
} from '@opentelemetry/api';
import type { FeedEvent } from '../feed/feed-event.js';
import type { Tracked } from './receipt-tracker.js';

const DURATION_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600];

/** The delivery span of an event that is on its way, so that what follows from it joins its trace. */
const spans = new WeakMap<FeedEvent, Span>();

export interface DeliveryOptions {
  readonly userId: string;
  readonly channel: 'websocket' | 'sse';
  readonly how: 'live' | 'replay';
}

/** Begins the delivery of an event to one device; the result ends it. */
export type StartDelivery = (event: FeedEvent, options: DeliveryOptions) => Tracked<FeedEvent>;

/**
 * The last step of a meal's trace begins: its outcome goes to a device. The receipt ends it. The
 * log line is the one that operators have always searched for. Call after telemetry has started:
 * instruments that are made before count nothing.
 */
export function createDeliveryTelemetry(logger: Logger): StartDelivery {
  const meter = metrics.getMeter('@mealwire/gateway');
  const duration = meter.createHistogram('mealwire.delivery.duration', {
    description: 'From the outcome to the receipt of a device.',
    unit: 's',
    advice: { explicitBucketBoundaries: DURATION_BUCKETS_S },
  });
  const deliveries = meter.createCounter('mealwire.deliveries', {
    description: 'Outcomes handed to a connection, by what became of them.',
  });
  return (event, { userId, channel, how }) => {
    const parent = extractTraceContext(event.headers);
    const span = startSpan(
      event,
      { 'mealwire.delivery.channel': channel, 'mealwire.delivery.how': how },
      parent,
    );
    context.with(trace.setSpan(parent, span), () => {
      logger.info(
        { meal_log_id: event.mealLogId, type: event.type, how },
        `User ${userId} is connected, sending notification`,
      );
    });
    return {
      event,
      done: (result) => {
        deliveries.add(1, { channel, how, result });
        if (result === 'received') {
          const elapsedMs = Math.max(0, Date.now() - Date.parse(event.occurredAt));
          duration.record(elapsedMs / 1000, { channel, how });
        }
        span.setAttribute('mealwire.delivery.result', result);
        span.end();
      },
    };
  };
}

function startSpan(event: FeedEvent, attributes: Attributes, parent: Context): Span {
  const span = startMessagingSpan(
    {
      operation: 'process',
      destinationTemplate: 'live.{user}',
      attributes: { 'messaging.message.id': event.id, ...attributes },
    },
    parent,
  );
  spans.set(event, span);
  return span;
}

/** Runs work as a consequence of that delivery. */
export function inDeliverySpan<T>(event: FeedEvent, work: () => T): T {
  const span = spans.get(event);
  return span === undefined ? work() : context.with(trace.setSpan(context.active(), span), work);
}
