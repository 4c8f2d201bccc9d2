import type { FeedHub } from './feed-hub.js';

/**
 * After the live connection was lost: subscriptions stand again, but what was republished meanwhile
 * is gone. Every local device reads up from the stream, each at its own moment within `spreadMs`;
 * the reader's gate caps how many do so at once.
 */
export function resumeEveryone(hub: FeedHub, spreadMs: number): void {
  for (const userId of hub.users()) {
    for (const member of hub.members(userId)) {
      setTimeout(() => member.resume(), Math.random() * spreadMs).unref();
    }
  }
}
