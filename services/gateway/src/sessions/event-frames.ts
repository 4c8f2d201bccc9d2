import type { CursorCodec } from '../feed/cursor.js';
import type { FeedEvent } from '../feed/feed-event.js';
import { eventFrame } from './to-client.js';

/** The frame of an event, made once however many sockets of the user get it. */
export type FrameOf = (userId: string, event: FeedEvent, epoch: number) => Buffer;

export function createFrameFactory(codec: CursorCodec): FrameOf {
  const made = new WeakMap<FeedEvent, Buffer>();
  return (userId, event, epoch) => {
    const known = made.get(event);
    if (known !== undefined) return known;
    const cursor = codec.encode(userId, { epoch, sequence: event.sequence });
    const prev =
      event.previous === 0 ? null : codec.encode(userId, { epoch, sequence: event.previous });
    const frame = eventFrame(event, cursor, prev);
    made.set(event, frame);
    return frame;
  };
}
