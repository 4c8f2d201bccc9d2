import type { FeedFrame, ServerFrame } from '@mealwire/contracts';
import type { FeedEvent } from '../feed/feed-event.js';

/** Frames to a phone, as they go over the wire. */

export function controlFrame(frame: Exclude<ServerFrame, FeedFrame>): string {
  return JSON.stringify(frame);
}

const CLOSING_BRACE = Buffer.from('}');

/**
 * The frame of an event of the feed. The event's data is already JSON: its bytes are put behind the envelope as they
 * are, never decoded.
 */
export function eventFrame(event: FeedEvent, cursor: string, prev: string | null): Buffer {
  const envelope = {
    type: event.type,
    id: event.id,
    cursor,
    prev,
    meal_log_id: event.mealLogId,
    // NaN becomes null.
    version: event.version,
    occurred_at: event.occurredAt,
  };
  const head = `${JSON.stringify(envelope).slice(0, -1)},"data":`;
  return Buffer.concat([Buffer.from(head), event.payload, CLOSING_BRACE]);
}

/** RFC 3339 UTC in whole seconds, as today's app parses it. */
export function timestamp(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}
