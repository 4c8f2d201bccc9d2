import { liveSubject } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import { type FeedEvent, fromLive } from './feed-event.js';

/** One device of a user, as the hub sees it. */
export interface FeedMember {
  /** An event came in live; may be called before `join` has resolved. */
  received(event: FeedEvent): void;
  /** The user's feed has events up to this sequence. */
  noticed(head: number): void;
  /** Live events may have been lost: read up from the stream. */
  resume(): void;
}

export interface FeedHub {
  /**
   * Listens to a user's live subject. Resolves when the server has the subscription: whatever is
   * stored from then on reaches the member.
   */
  join(userId: string, member: FeedMember): Promise<{ leave(): void }>;
  /** The users that are subscribed to. */
  users(): readonly string[];
  members(userId: string): Iterable<FeedMember>;
}

interface UserFeed {
  readonly members: Set<FeedMember>;
  readonly subscription: Subscription;
  readonly ready: Promise<void>;
}

/**
 * One NATS subscription per connected user, shared by all of the user's sockets on this gateway and
 * dropped with the last of them. This is delivery: no registry is asked who is connected.
 */
export function createFeedHub(nc: NatsConnection, logger: Logger): FeedHub {
  const feeds = new Map<string, UserFeed>();

  function open(userId: string): UserFeed {
    const members = new Set<FeedMember>();
    const subscription = nc.subscribe(liveSubject(userId), {
      callback: (error, message) => {
        if (error !== null) return logger.error({ err: error }, 'a live subscription failed');
        const event = fromLive(message);
        if (event === undefined)
          return logger.warn('a live message is no event of a feed, skipped');
        for (const member of members) member.received(event);
      },
    });
    const feed = { members, subscription, ready: nc.flush() };
    feeds.set(userId, feed);
    return feed;
  }

  return {
    join: async (userId, member) => {
      const feed = feeds.get(userId) ?? open(userId);
      feed.members.add(member);
      const leave = (): void => {
        feed.members.delete(member);
        if (feed.members.size > 0 || feeds.get(userId) !== feed) return;
        feed.subscription.unsubscribe();
        feeds.delete(userId);
      };
      try {
        await feed.ready;
      } catch (error) {
        leave();
        throw error;
      }
      return { leave };
    },
    users: () => [...feeds.keys()],
    members: (userId) => feeds.get(userId)?.members ?? [],
  };
}
