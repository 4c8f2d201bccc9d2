import type { FeedFrame, WelcomeFrame } from '@mealwire/contracts';

/** What a phone keeps over its connections: as if it were written to its disk. */
export interface PhoneMemory {
  /** Sent with the next attempt. */
  cursor(): string | undefined;
  welcome(frame: WelcomeFrame): void;
  /** Nothing is missing up to here: so says the transport. */
  stand(cursor: string): void;
  /** @returns false for a repetition; else the event is remembered, its cursor stored. */
  keep(frame: FeedFrame): boolean;
}

/** Tells repetitions by their cursor and resumes from the last one. */
export function cursorMemory(): PhoneMemory {
  const seen = new Set<string>();
  let cursor: string | undefined;
  return {
    cursor: () => cursor,
    // The welcome of a replay names the position AFTER it: only without one is it where we stand.
    welcome: (frame) => {
      if (frame.replayed === 0) cursor = frame.cursor;
    },
    stand: (next) => {
      cursor = next;
    },
    keep: (frame) => {
      if (seen.has(frame.cursor)) return false;
      seen.add(frame.cursor);
      cursor = frame.cursor;
      return true;
    },
  };
}

/** An EventSource knows only the ids of events. */
export function eventSourceMemory(): PhoneMemory {
  return { ...cursorMemory(), welcome: () => undefined };
}

/** Today's app: knows no cursor, tells repetitions by the event's id. */
export function eventMemory(): PhoneMemory {
  const seen = new Set<string>();
  return {
    cursor: () => undefined,
    welcome: () => undefined,
    stand: () => undefined,
    keep: ({ id }) => {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    },
  };
}
