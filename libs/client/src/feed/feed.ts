import type { PongFrame, WelcomeFrame } from '@mealwire/contracts/wire';

/** Where this client stands in its user's feed. */
export interface FeedPosition {
  /** Null before the first event or welcome: anything is next. */
  readonly cursor: string | null;
  /** The position from which missing events have been asked for, and how many pongs came since. */
  readonly syncing: { readonly from: string; readonly pongs: number } | null;
}

export interface PositionedFrame {
  readonly cursor: string;
  readonly prev?: string | null;
}

/**
 * - `next`: the event after the position; take it, and move there.
 * - `gap`: something in between is missing: ask for it. What came will come again, in order.
 * - `early`: the same, and it has been asked for already.
 */
export type Place = 'next' | 'gap' | 'early';

/** Where an event belongs. `prev` is missing when the gateway does not know what came before. */
export function placeOf({ cursor, syncing }: FeedPosition, frame: PositionedFrame): Place {
  if (cursor === null || (frame.prev ?? cursor) === cursor) return 'next';
  return syncing?.from === cursor ? 'early' : 'gap';
}

/**
 * A replay of `replayed` events follows a welcome, and its cursor is the position after them: taking
 * it over before they have come would skip events if the connection broke in between.
 */
export function welcomed(position: FeedPosition, frame: WelcomeFrame): FeedPosition {
  const before = frame.recovered ? position.cursor : null;
  return { cursor: frame.replayed === 0 ? frame.cursor : before, syncing: null };
}

/** After so many pongs, about a minute, what was asked for will not come any more. */
const PATIENCE_PONGS = 2;

/**
 * A pong names the last position that the gateway has sent on this connection, and frames keep their
 * order: a client that does not stand there lacks something.
 */
export function headSeen(
  position: FeedPosition,
  { head }: PongFrame,
): { readonly position: FeedPosition; readonly action: 'none' | 'sync' | 'reload' } {
  const { cursor, syncing } = position;
  if (cursor === null || head === cursor) return { position, action: 'none' };
  if (syncing?.from !== cursor) {
    return { position: { cursor, syncing: { from: cursor, pongs: 0 } }, action: 'sync' };
  }
  const pongs = syncing.pongs + 1;
  return pongs < PATIENCE_PONGS
    ? { position: { cursor, syncing: { from: cursor, pongs } }, action: 'none' }
    : { position: { cursor: head, syncing: null }, action: 'reload' };
}
