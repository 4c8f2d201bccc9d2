import type { ChangeType, FeedType, OutcomeType } from './events.js';

/**
 * The WebSocket frames between phone and gateway: JSON objects with a `type`. What today's iOS app
 * speaks (`ping`, `pong`, the outcome frames) stays valid for ever.
 */

/** What the subprotocols of all versions begin with. */
export const SUBPROTOCOL_FAMILY = 'mealwire.';
/** WebSocket subprotocol of the gateway. */
export const SUBPROTOCOL = `${SUBPROTOCOL_FAMILY}v1`;
/** Browsers cannot set headers, so the token rides in the subprotocol list behind this prefix. */
export const BEARER_SUBPROTOCOL_PREFIX = 'bearer.';

/** Every 30 s: proves that the phone is there. */
export interface PingFrame {
  readonly type: 'ping';
}

/** Optional: the phone has stored everything up to here. */
export interface AckFrame {
  readonly type: 'ack';
  readonly cursor: string;
}

/** The phone sees a gap (an outcome's `prev` is not its cursor) and wants what is missing. */
export interface SyncFrame {
  readonly type: 'sync';
  /** The last position up to which nothing is missing. */
  readonly cursor: string;
}

/** A fresh token of the same user, before the old one expires. */
export interface AuthFrame {
  readonly type: 'auth';
  readonly token: string;
}

export type ClientFrame = PingFrame | AckFrame | SyncFrame | AuthFrame;

export interface PongFrame {
  readonly type: 'pong';
  /** The gateway's clock, RFC 3339 UTC in whole seconds. */
  readonly timestamp: string;
  /** The newest position of the user's feed that this gateway has seen. */
  readonly head: string;
}

/** A meal that the phone may be waiting for. */
export interface PendingMeal {
  readonly meal_log_id: string;
  /** `completed` and `failed`: its outcome is among the events that follow. */
  readonly status: 'processing' | 'completed' | 'failed';
}

/** The first frame: proof that the connection works in both directions. */
export interface WelcomeFrame {
  readonly type: 'welcome';
  readonly connection_id: string;
  /** Where the feed stands after the replay that follows this frame. */
  readonly cursor: string;
  /** False: what was missed cannot be replayed, reload over REST. */
  readonly recovered: boolean;
  /** How many events are replayed right after this frame. */
  readonly replayed: number;
  /**
   * Each meal that is still processing, or ended since the phone's cursor; of the latter the first
   * 64, all of them follow as events.
   */
  readonly pending: readonly PendingMeal[];
}

/** An event of the user's feed. */
export interface FeedFrame<T extends FeedType = FeedType> {
  readonly type: T;
  /** The event's id, the same in every repetition. */
  readonly id: string;
  /** Position of this event in the user's feed; store it with the event. */
  readonly cursor: string;
  /** Position of the event before it, null for the first or if unknown: a mismatch is a gap. */
  readonly prev: string | null;
  readonly meal_log_id: string;
  /** Of the meal log after this event, as REST says it: for `If-Match`; null: not known. */
  readonly version: number | null;
  /** RFC 3339 UTC. */
  readonly occurred_at: string;
  /** ProtoJSON of the event's message, e.g. `meal_log.v1.MealLogCompleted`. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The result of a meal, or the reason why there is none. */
export type OutcomeFrame = FeedFrame<OutcomeType>;

/** What the user did to a meal log, on whichever device. */
export type ChangeFrame = FeedFrame<ChangeType>;

export interface ReconnectFrame {
  readonly type: 'reconnect';
  readonly after_ms: number;
}

/** The answer to `auth`. */
export interface AuthenticatedFrame {
  readonly type: 'authenticated';
  /** When the socket will be closed unless another token comes, RFC 3339; null: never. */
  readonly expires_at: string | null;
}

export type ErrorCode =
  | 'malformed_frame'
  | 'unknown_type'
  | 'binary_unsupported'
  /** Forged, foreign or malformed; it was treated as none. */
  | 'invalid_cursor'
  /** The token of an `auth` frame is not valid, or another user's. */
  | 'unauthorized'
  /** Too many frames; the socket is closed. */
  | 'rate_limited';

export interface ErrorFrame {
  readonly type: 'error';
  /** Stable, for programs. */
  readonly code: ErrorCode;
  /** For the engineer who reads it. */
  readonly message: string;
}

export type ServerFrame =
  | PongFrame
  | WelcomeFrame
  | FeedFrame
  | ReconnectFrame
  | AuthenticatedFrame
  | ErrorFrame;

export function isOutcomeFrame(frame: ServerFrame): frame is OutcomeFrame {
  return frame.type === 'meal_log.completed' || frame.type === 'meal_log.failed';
}

export function isChangeFrame(frame: ServerFrame): frame is ChangeFrame {
  return (
    frame.type === 'meal_log.retried' ||
    frame.type === 'meal_log.corrected' ||
    frame.type === 'meal_log.deleted'
  );
}
