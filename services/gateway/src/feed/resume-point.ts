import type { Position } from './cursor.js';

/** What stream FEED holds right now. */
export interface FeedInfo {
  /** Which incarnation of the stream this is, as ms since the Unix epoch. */
  readonly epoch: number;
  /** The oldest sequence that has not expired. */
  readonly firstSequence: number;
  readonly lastSequence: number;
}

/** Where a device says, or we remember, that it stands. */
export type Claim =
  | { readonly kind: 'cursor'; readonly position: Position }
  | { readonly kind: 'receipt'; readonly position: Position }
  /** It has a cursor, but not one that we can read. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'none' };

/** Where to start reading, and whether everything since the claim can be replayed. */
export type ResumePoint =
  | { readonly kind: 'sequence'; readonly sequence: number; readonly recovered: boolean }
  | { readonly kind: 'look-back'; readonly recovered: boolean };

/**
 * Judges a claim. One that cannot be replayed (another incarnation of the stream, older than what
 * is kept, or past the head of a stream that was set back) sends a phone with a cursor to REST; one
 * without gets what is recent.
 */
export function resumePoint(claim: Claim, info: FeedInfo, head: number): ResumePoint {
  if (claim.kind === 'none') return { kind: 'look-back', recovered: true };
  if (claim.kind === 'unreadable') return { kind: 'look-back', recovered: false };
  const { epoch, sequence } = claim.position;
  const replayable = epoch === info.epoch && sequence + 1 >= info.firstSequence && sequence <= head;
  if (replayable) return { kind: 'sequence', sequence, recovered: true };
  return claim.kind === 'cursor'
    ? { kind: 'sequence', sequence: head, recovered: false }
    : { kind: 'look-back', recovered: false };
}
