import { liveSubject } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import { type FeedEvent, fromLive } from './feed-event.js';

/** Gets a user's events as they are stored; may be called before `join` has resolved. */
export type FeedListener = (event: FeedEvent) => void;

export interface FeedHub {
  /**
   * Listens to a user's live subject. Resolves when the server has the subscription: whatever is
   * stored from then on reaches the listener.
   */
  join(userId: string, listener: FeedListener): Promise<{ leave(): void }>;
  /** How many users are subscribed to. */
  users(): number;
}

export interface FeedHubOptions {
  readonly nc: NatsConnection;
  /** Wraps the fan-out of one event, e.g. in a span. */
  readonly deliver: (userId: string, event: FeedEvent, fanOut: () => void) => void;
  readonly logger: Logger;
}

interface UserFeed {
  readonly listeners: Set<FeedListener>;
  readonly subscription: Subscription;
  readonly ready: Promise<void>;
}

/**
 * One NATS subscription per connected user, shared by all of the user's sockets on this gateway and
 * dropped with the last of them. This is delivery: no registry is asked who is connected.
 */
export function createFeedHub({ nc, deliver, logger }: FeedHubOptions): FeedHub {
  const feeds = new Map<string, UserFeed>();

  function open(userId: string): UserFeed {
    const listeners = new Set<FeedListener>();
    const subscription = nc.subscribe(liveSubject(userId), {
      callback: (error, message) => {
        if (error !== null) return logger.error({ err: error }, 'a live subscription failed');
        const event = fromLive(message);
        if (event === undefined) return logger.warn('a live message is not an outcome, skipped');
        deliver(userId, event, () => {
          for (const listener of listeners) listener(event);
        });
      },
    });
    const feed = { listeners, subscription, ready: nc.flush() };
    feeds.set(userId, feed);
    return feed;
  }

  return {
    join: async (userId, listener) => {
      const feed = feeds.get(userId) ?? open(userId);
      feed.listeners.add(listener);
      const leave = (): void => {
        feed.listeners.delete(listener);
        if (feed.listeners.size > 0 || feeds.get(userId) !== feed) return;
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
    users: () => feeds.size,
  };
}
