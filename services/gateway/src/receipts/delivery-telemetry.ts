import { extractTraceContext, startMessagingSpan } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import { context, metrics, type Span, trace } from '@opentelemetry/api';
import type { FeedEvent } from '../feed/feed-event.js';
import type { Tracked } from './receipt-tracker.js';

const meter = metrics.getMeter('@mealwire/gateway');
const deliveryDuration = meter.createHistogram('mealwire.delivery.duration', {
  description: 'From the outcome to the receipt of a device.',
  unit: 's',
  advice: {
    explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600],
  },
});
const deliveries = meter.createCounter('mealwire.deliveries', {
  description: 'Outcomes handed to a connection, by what became of them.',
});

/** The delivery span of an event that is on its way, so that what follows from it joins its trace. */
const spans = new WeakMap<FeedEvent, Span>();

export interface DeliveryOptions {
  readonly userId: string;
  readonly channel: 'websocket' | 'sse';
  readonly how: 'live' | 'replay';
  readonly logger: Logger;
}

/**
 * The last step of a meal's trace begins: its outcome goes to a device. The receipt ends it. The
 * log line is the one that operators have always searched for.
 */
export function startDelivery(event: FeedEvent, options: DeliveryOptions): Tracked<FeedEvent> {
  const { userId, channel, how, logger } = options;
  const parent = extractTraceContext(event.headers);
  const span = startMessagingSpan(
    {
      operation: 'process',
      destinationTemplate: 'live.{user}',
      attributes: {
        'messaging.message.id': event.id,
        'mealwire.delivery.channel': channel,
        'mealwire.delivery.how': how,
      },
    },
    parent,
  );
  spans.set(event, span);
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
        const elapsedS = Math.max(0, Date.now() - Date.parse(event.occurredAt)) / 1000;
        deliveryDuration.record(elapsedS, { channel, how });
      }
      span.setAttribute('mealwire.delivery.result', result);
      span.end();
    },
  };
}

/** Runs work as a consequence of that delivery. */
export function inDeliverySpan<T>(event: FeedEvent, work: () => T): T {
  const span = spans.get(event);
  return span === undefined ? work() : context.with(trace.setSpan(context.active(), span), work);
}
