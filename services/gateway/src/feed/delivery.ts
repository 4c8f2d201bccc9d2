/**
 * What one device gets, as a pure state machine: in feed order, nothing twice, nothing left out.
 *
 *   resuming ── replayed(events) ──▶ resuming ── caughtUp ──▶ live ── gap ──▶ resuming
 *
 * While older events are read from the stream, newer ones that arrive live are held back; when the
 * reading has reached them, both are merged by sequence.
 */
export interface Sequenced {
  /** Its place in the user's feed. */
  readonly sequence: number;
  /** Sequence of the event before it in the same feed, 0 for the first. */
  readonly previous: number;
}

interface Resuming<E extends Sequenced> {
  readonly phase: 'resuming';
  /** The highest sequence that the device was sent or has no claim to. */
  readonly sent: number;
  readonly held: readonly E[];
}

export type Delivery<E extends Sequenced> =
  | Resuming<E>
  | { readonly phase: 'live'; readonly sent: number };

/** The new state, and what is sent now, in this order. */
export interface Step<E extends Sequenced> {
  readonly state: Delivery<E>;
  readonly send: readonly E[];
}

/** @param sent the device has everything up to here: its cursor, or the start of its look-back. */
export function resuming<E extends Sequenced>(sent: number): Resuming<E> {
  return { phase: 'resuming', sent, held: [] };
}

/** An event came in live. A gap before it puts the device back to resuming. */
export function received<E extends Sequenced>(state: Delivery<E>, event: E): Step<E> {
  if (event.sequence <= state.sent) return { state, send: [] };
  if (state.phase === 'resuming') return { state: hold(state, event), send: [] };
  if (event.previous > state.sent) return { state: hold(resuming(state.sent), event), send: [] };
  return { state: { phase: 'live', sent: event.sequence }, send: [event] };
}

/** Events that were read from the stream, ascending. */
export function replayed<E extends Sequenced>(state: Delivery<E>, events: readonly E[]): Step<E> {
  const send = events.filter(({ sequence }) => sequence > state.sent);
  return { state: { ...state, sent: send.at(-1)?.sequence ?? state.sent }, send };
}

/** The stream was read up to the head that was asked for after the subscription stood. */
export function caughtUp<E extends Sequenced>(state: Delivery<E>): Step<E> {
  if (state.phase === 'live') return { state, send: [] };
  const send = [...state.held]
    .sort((a, b) => a.sequence - b.sequence)
    .filter((event, i, all) => event.sequence > (all[i - 1]?.sequence ?? state.sent));
  return { state: { phase: 'live', sent: send.at(-1)?.sequence ?? state.sent }, send };
}

function hold<E extends Sequenced>(state: Resuming<E>, event: E): Resuming<E> {
  return { ...state, held: [...state.held, event] };
}
