import type { OutcomeType } from './events.js';

/**
 * The WebSocket frames between phone and gateway: JSON objects with a `type`. What today's iOS app
 * speaks (`ping`, `pong`, the outcome frames) stays valid for ever.
 */

/** WebSocket subprotocol of the gateway. */
export const SUBPROTOCOL = 'mealwire.v1';
/** Browsers cannot set headers, so the token rides in the subprotocol list behind this prefix. */
export const BEARER_SUBPROTOCOL_PREFIX = 'bearer.';

/** Every 30 s: proves that the phone is there. */
export interface PingFrame {
  readonly type: 'ping';
}

export type ClientFrame = PingFrame;

export interface PongFrame {
  readonly type: 'pong';
  /** The gateway's clock, RFC 3339 UTC in whole seconds. */
  readonly timestamp: string;
  /** The newest position of the user's feed that this gateway has seen. */
  readonly head: string;
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
}

/** The result of a meal, or the reason why there is none. */
export interface OutcomeFrame {
  readonly type: OutcomeType;
  /** The event's id, the same in every repetition. */
  readonly id: string;
  /** Position of this event in the user's feed; store it with the event. */
  readonly cursor: string;
  /** Position of the event before it, null for the first: a mismatch is a gap. */
  readonly prev: string | null;
  readonly meal_log_id: string;
  /** RFC 3339 UTC. */
  readonly occurred_at: string;
  /** ProtoJSON of `meal_log.v1.MealLogCompleted` or `MealLogFailed`. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface ReconnectFrame {
  readonly type: 'reconnect';
  readonly after_ms: number;
}

export interface ErrorFrame {
  readonly type: 'error';
  /** Stable, for programs. */
  readonly code: 'malformed_frame' | 'unknown_type' | 'binary_unsupported' | 'invalid_cursor';
  /** For the engineer who reads it. */
  readonly message: string;
}

export type ServerFrame = PongFrame | WelcomeFrame | OutcomeFrame | ReconnectFrame | ErrorFrame;

export function isOutcomeFrame(frame: ServerFrame): frame is OutcomeFrame {
  return frame.type === 'meal_log.completed' || frame.type === 'meal_log.failed';
}
