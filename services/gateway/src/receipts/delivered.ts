import { create } from '@bufbuild/protobuf';
import { ConcurrencyError, type EventStore, eventId } from '@mealwire/bus';
import { MealLogDeliveredSchema, type MealLogEvent } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { FeedEvent } from '../feed/feed-event.js';

export interface Receipt {
  readonly userId: string;
  readonly deviceId: string;
  readonly channel: 'websocket' | 'sse';
  readonly event: FeedEvent;
  readonly receivedAt: Date;
}

export interface DeliveredPublisher {
  /** Publishes `meal_log.delivered` unless that has been done for this meal log. Never rejects. */
  publish(receipt: Receipt): Promise<void>;
}

/** Outcomes that this process need not ask the store about again. */
const REMEMBERED = 10_000;
const TRIES = 3;
const RETRY_MS = 500;

/**
 * The first receipt of a meal log becomes an event, once: the store refuses a second one, whichever
 * gateway it comes from.
 */
export function createDeliveredPublisher(events: EventStore, logger: Logger): DeliveredPublisher {
  const known = new Set<string>();

  function remember(outcomeId: string): void {
    known.add(outcomeId);
    const [oldest] = known;
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  }

  return {
    publish: async (receipt) => {
      const { id, mealLogId } = receipt.event;
      if (known.has(id)) return;
      remember(id);
      for (let attempt = 1; ; attempt++) {
        try {
          await events.appendOnce(deliveredEvent(receipt));
          return;
        } catch (error) {
          if (error instanceof ConcurrencyError) return;
          if (attempt === TRIES) {
            known.delete(id);
            logger.warn({ err: error, meal_log_id: mealLogId }, 'a delivery could not be recorded');
            return;
          }
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS * attempt));
        }
      }
    },
  };
}

function deliveredEvent({ userId, deviceId, channel, event, receivedAt }: Receipt): MealLogEvent {
  const { mealLogId } = event;
  return {
    type: 'meal_log.delivered',
    data: create(MealLogDeliveredSchema, {
      mealLogId,
      userId,
      outcomeId: event.id,
      deviceId,
      channel,
      deliveryMs: Math.max(0, receivedAt.getTime() - Date.parse(event.occurredAt)),
    }),
    metadata: {
      id: eventId('delivered', userId, mealLogId),
      source: 'gateway',
      time: receivedAt.toISOString(),
      userId,
      mealLogId,
    },
  };
}
