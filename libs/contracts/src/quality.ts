/**
 * How a client's connection has been, as it tells the gateway now and then: `POST /api/v1/quality`.
 * Anonymous: nothing in it names a user, a device or a meal. Fields may be added, never renamed.
 */

/** Why a client connected again. */
export const RECONNECT_CAUSES = [
  /** The platform said that there is no network, or the socket broke without a closing handshake. */
  'network_lost',
  /** Connected, and no first frame came in time. */
  'no_answer',
  /** A live connection on which nothing was heard any more. */
  'silence',
  /** Closed with 1012. */
  'server_restart',
  /** Closed with any other code that asks to come back. */
  'server_closed',
  /** Closed with 4004. */
  'token_expired',
  /** From one network to another. */
  'network_changed',
  /** The app came back to the foreground. */
  'foreground',
  /** The app asked for it. */
  'requested',
] as const;

export type ReconnectCause = (typeof RECONNECT_CAUSES)[number];

/** How an outcome came to be shown. */
export const OUTCOME_CHANNELS = ['socket', 'replay', 'polling'] as const;

export type OutcomeChannel = (typeof OUTCOME_CHANNELS)[number];

/** All counts and samples are of the time since the client's last report. */
export interface QualityReport {
  /** The kind of client, e.g. `web`, `node`, `ios`. */
  readonly client: string;
  readonly version: string;
  /** How it connects and reconnects, where a client has more than one way. */
  readonly strategy?: string;
  readonly handshakes?: { readonly succeeded?: number; readonly failed?: number };
  /** From the start of an attempt to the first frame. */
  readonly verified_ms?: readonly number[];
  /** From a ping to its pong. */
  readonly round_trip_ms?: readonly number[];
  /** From an outcome's `occurred_at` to the moment it was shown. */
  readonly outcome_delay_ms?: readonly number[];
  readonly reconnects?: Readonly<Partial<Record<ReconnectCause, number>>>;
  readonly outcomes?: Readonly<Partial<Record<OutcomeChannel, number>>>;
}

/** What the gateway takes; a report beyond it is refused as a whole. */
export const QUALITY_LIMITS = {
  maxBodyBytes: 16 * 1024,
  /** In each list. */
  maxSamples: 50,
  /** Of `verified_ms` and `round_trip_ms`. */
  maxDurationMs: 600_000,
  maxCount: 10_000,
  /** Of `client`, `version` and `strategy`. */
  maxNameLength: 32,
  /** A user that reports more often gets 429 with `Retry-After`. */
  minIntervalMs: 10_000,
} as const;
