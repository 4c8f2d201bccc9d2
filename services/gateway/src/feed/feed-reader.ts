import { FEED, readBatch } from '@mealwire/bus';
import { feedSubject } from '@mealwire/contracts';
import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { type FeedEvent, fromStored } from './feed-event.js';

export interface FeedReader {
  /** Which incarnation of the stream this is; changes when it is made anew. */
  epoch(): Promise<number>;
  /** The leader's last sequence of a user's feed; 0: it is empty. */
  head(userId: string): Promise<number>;
  /**
   * A user's events after `sequence` up to `head`, ascending, at most `limit`.
   * @throws Error when the head cannot be reached, e.g. because a replica lags behind.
   */
  after(userId: string, sequence: number, head: number, limit: number): Promise<FeedEvent[]>;
  /** The sequence before the first event of the feed that is not older than `since`. */
  positionAt(userId: string, since: Date, head: number): Promise<number>;
}

/** How many messages one request asks for: small, so that each ends well within its timeout. */
const BATCH = 128;

export function createFeedReader(jsm: JetStreamManager): FeedReader {
  return {
    epoch: async () => Date.parse((await jsm.streams.info(FEED)).created),
    head: async (userId) => {
      const last = await jsm.streams.getMessage(FEED, { last_by_subj: feedSubject(userId) });
      return last?.seq ?? 0;
    },
    after: (userId, sequence, head, limit) => readAfter(jsm, userId, sequence, head, limit),
    positionAt: async (userId, since, head) => {
      const [first] = await readBatch(jsm, FEED, {
        start_time: since,
        next_by_subj: feedSubject(userId),
        batch: 1,
      });
      return first === undefined ? head : first.seq - 1;
    },
  };
}

async function readAfter(
  jsm: JetStreamManager,
  userId: string,
  sequence: number,
  head: number,
  limit: number,
): Promise<FeedEvent[]> {
  const events: FeedEvent[] = [];
  let previous = sequence;
  while (previous < head && events.length < limit) {
    const batch = await readBatch(jsm, FEED, {
      seq: previous + 1,
      next_by_subj: feedSubject(userId),
      batch: Math.min(BATCH, limit - events.length),
    });
    if (batch.length === 0) throw new Error(`feed ends at ${previous}, its head is ${head}`);
    previous = append(events, batch, previous);
  }
  return events;
}

function append(events: FeedEvent[], batch: readonly StoredMsg[], after: number): number {
  let previous = after;
  for (const stored of batch) {
    const event = fromStored(stored, previous);
    if (event !== undefined) events.push(event);
    previous = stored.seq;
  }
  return previous;
}
