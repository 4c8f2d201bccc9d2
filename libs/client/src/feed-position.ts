import type { OutcomeFrame, WelcomeFrame } from '@mealwire/contracts/wire';

/** Where this client stands in its user's feed. In memory: a new client starts anew. */
export interface FeedPosition {
  /** What to resume from; undefined before anything was received. */
  cursor(): string | undefined;
  welcome(frame: WelcomeFrame): void;
  /** @returns false for an outcome that was here before. */
  isNew(frame: OutcomeFrame): boolean;
  /** The outcome has been handled: never ask for it again. */
  advance(frame: OutcomeFrame): void;
}

/** Well above the 500 events that a gateway replays at most. */
const REMEMBERED_IDS = 2_000;

export function createFeedPosition(): FeedPosition {
  let cursor: string | undefined;
  const seen = new Set<string>();
  return {
    cursor: () => cursor,
    welcome: (frame) => {
      // The welcome names the position AFTER its replay: taking it over before the replay has come
      // would skip events if the connection broke in between.
      if (frame.replayed === 0) cursor = frame.cursor;
    },
    isNew: (frame) => !seen.has(frame.id),
    advance: (frame) => {
      cursor = frame.cursor;
      seen.add(frame.id);
      for (const oldest of seen) {
        if (seen.size <= REMEMBERED_IDS) break;
        seen.delete(oldest);
      }
    },
  };
}
