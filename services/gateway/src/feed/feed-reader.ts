import { FEED, RESTORED_AT, readBatch, readLast } from '@mealwire/bus';
import { feedSubject, userOfSubject } from '@mealwire/contracts';
import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { type FeedEvent, fromStored } from './feed-event.js';
import type { Gate } from './gate.js';
import type { FeedInfo } from './resume-point.js';

export interface FeedPage {
  readonly events: readonly FeedEvent[];
  /** How many more of this user's events the stream has after these. */
  readonly remaining: number;
}

/** The last event of a user's feed. */
export interface FeedHead {
  /** 0: the feed is empty. */
  readonly sequence: number;
  /** When the stream stored it, in ms since the Unix epoch. */
  readonly storedAtMs: number;
}

/** Reads stream FEED. Every method rejects when the server does not answer. */
export interface FeedReader {
  info(): Promise<FeedInfo>;
  /** The leader's word on where a user's feed ends. */
  head(userId: string): Promise<FeedHead>;
  /**
   * A user's events after `sequence`, ascending, a page of them.
   * @param previous what the first of them follows on; 0: that is not known.
   */
  page(userId: string, sequence: number, previous: number): Promise<FeedPage>;
  /** The sequence before the first event of a feed that is not older than `since`. */
  positionAt(userId: string, since: Date, head: FeedHead): Promise<number>;
  /** The heads of those feeds, among at most {@link MAX_HEADS}, that have moved past `sequence`. */
  headsAfter(userIds: readonly string[], sequence: number): Promise<ReadonlyMap<string, number>>;
}

/** The server refuses more subjects in one request. */
export const MAX_HEADS = 1024;
export const REPLICA_LAGS = 'a replica of FEED lags behind its leader';
/** Small, so that one answer never holds up the connection for long. */
const PAGE = 64;

/** @param gate caps how many reads are under way, so that a storm of resumes stays a queue. */
export function createFeedReader(jsm: JetStreamManager, gate: Gate): FeedReader {
  return {
    info: async () => {
      const { created, config, state } = await jsm.streams.info(FEED);
      const { first_seq: firstSequence, last_seq: lastSequence } = state;
      const epoch = Date.parse(config.metadata?.[RESTORED_AT] ?? created);
      return { epoch, firstSequence, lastSequence };
    },
    head: (userId) =>
      gate(async () => {
        const last = await jsm.streams.getMessage(FEED, { last_by_subj: feedSubject(userId) });
        return { sequence: last?.seq ?? 0, storedAtMs: last?.time.getTime() ?? 0 };
      }),
    page: (userId, sequence, previous) =>
      gate(async () => {
        const batch = await readBatch(jsm, FEED, {
          seq: sequence + 1,
          next_by_subj: feedSubject(userId),
          batch: PAGE,
        });
        return { events: eventsOf(batch, previous), remaining: batch.at(-1)?.pending ?? 0 };
      }),
    positionAt: (userId, since, head) =>
      gate(async () => {
        const [first] = await readBatch(jsm, FEED, {
          start_time: since,
          next_by_subj: feedSubject(userId),
          batch: 1,
        });
        if (first !== undefined) return first.seq - 1;
        // The leader has a recent event, this replica does not know it yet: it must not be skipped.
        if (head.storedAtMs >= since.getTime()) throw new Error(REPLICA_LAGS);
        return head.sequence;
      }),
    headsAfter: async (userIds, sequence) => {
      const heads = await readLast(jsm, FEED, userIds.map(feedSubject), sequence);
      return new Map(heads.map(({ subject, seq }) => [userOfSubject(subject), seq]));
    },
  };
}

/** Direct Get does not say which event came before; within a feed it is the one before in the page. */
function eventsOf(batch: readonly StoredMsg[], firstPrevious: number): FeedEvent[] {
  const events: FeedEvent[] = [];
  let previous = firstPrevious;
  for (const stored of batch) {
    const event = fromStored(stored, previous);
    if (event !== undefined) events.push(event);
    previous = stored.seq;
  }
  return events;
}
