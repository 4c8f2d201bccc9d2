import type {
  ConnectionState,
  ConnectionStatus,
  OutcomeChannel,
  QualityReport,
  ReconnectCause,
} from '@mealwire/client';

/** How well this page has been served since it was opened. */
export interface QualityBook {
  readonly state: ConnectionState;
  /** When the attempt under way has begun, milliseconds of `performance.now()`. */
  readonly attemptedAtMs: number | null;
  /** From the start of the last attempt that succeeded to its first frame. */
  readonly verifiedMs: number | null;
  /** Of the last ping that was reported. */
  readonly roundTripMs: number | null;
  /** From the last outcome to the moment it was shown, by two clocks; not of what was replayed. */
  readonly outcomeDelayMs: number | null;
  readonly reconnects: Readonly<Partial<Record<ReconnectCause, number>>>;
  readonly outcomes: Readonly<Record<OutcomeChannel, number>>;
}

export type QualityEvent =
  | { readonly type: 'status'; readonly status: ConnectionStatus; readonly atMs: number }
  | { readonly type: 'outcome'; readonly how: OutcomeChannel; readonly delayMs: number }
  | { readonly type: 'report'; readonly report: QualityReport };

export const EMPTY_QUALITY: QualityBook = {
  state: 'idle',
  attemptedAtMs: null,
  verifiedMs: null,
  roundTripMs: null,
  outcomeDelayMs: null,
  reconnects: {},
  outcomes: { socket: 0, replay: 0, polling: 0 },
};

export function measure(book: QualityBook, event: QualityEvent): QualityBook {
  switch (event.type) {
    case 'status':
      return withStatus(book, event.status, event.atMs);
    case 'outcome': {
      const outcomes = { ...book.outcomes, [event.how]: book.outcomes[event.how] + 1 };
      const delayMs = event.how === 'replay' ? book.outcomeDelayMs : Math.max(0, event.delayMs);
      return { ...book, outcomes, outcomeDelayMs: delayMs };
    }
    case 'report':
      return { ...book, roundTripMs: event.report.round_trip_ms?.at(-1) ?? book.roundTripMs };
  }
}

function withStatus(book: QualityBook, status: ConnectionStatus, atMs: number): QualityBook {
  const { state, cause } = status;
  if (state === book.state) return book;
  const next = { ...book, state };
  if (state === 'connecting') {
    const attempt = { ...next, attemptedAtMs: atMs };
    // The first connection of all is none that came again.
    if (cause === null || book.attemptedAtMs === null) return attempt;
    const reconnects = { ...book.reconnects, [cause]: (book.reconnects[cause] ?? 0) + 1 };
    return { ...attempt, reconnects };
  }
  const isVerified = state === 'live' && book.state !== 'suspect' && book.attemptedAtMs !== null;
  return isVerified ? { ...next, verifiedMs: atMs - (book.attemptedAtMs ?? atMs) } : next;
}
