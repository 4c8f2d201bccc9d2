import { extractTraceContext, startMessagingSpan } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import { context, trace } from '@opentelemetry/api';
import type { FeedEvent } from './feed-event.js';

/**
 * The last step of a meal's trace: its outcome goes to the user. The log line is the one that
 * operators have always searched for.
 */
export function deliver(userId: string, event: FeedEvent, logger: Logger, send: () => void): void {
  const parent = extractTraceContext(event.headers);
  const span = startMessagingSpan(
    {
      operation: 'process',
      destinationTemplate: 'live.{user}',
      attributes: { 'messaging.message.id': event.id },
    },
    parent,
  );
  try {
    context.with(trace.setSpan(parent, span), () => {
      logger.info(
        { meal_log_id: event.mealLogId, type: event.type },
        `User ${userId} is connected, sending notification`,
      );
      send();
    });
  } finally {
    span.end();
  }
}
