/**
 * What one device gets, as a pure state machine: in feed order, nothing twice, nothing left out.
 *
 *   resuming ── replayed(events) ──▶ resuming ── caughtUp ──▶ live ── gap | rewind ──▶ resuming
 *
 * While older events are read from the stream, newer ones that arrive live are held back; when the
 * reading has reached them, both are merged by sequence. `known` is the highest sequence that the
 * feed is known to have: whoever is live and below it has missed something.
 */
export interface Sequenced {
  /** Its place in the user's feed. */
  readonly sequence: number;
  /** Sequence of the event before it in the same feed, 0 for the first. */
  readonly previous: number;
}

interface Positions {
  /** The highest sequence that the device was sent or has no claim to. */
  readonly sent: number;
  readonly known: number;
}

interface Resuming<E extends Sequenced> extends Positions {
  readonly phase: 'resuming';
  readonly held: readonly E[];
}

interface Live extends Positions {
  readonly phase: 'live';
}

export type Delivery<E extends Sequenced> = Resuming<E> | Live;

/** The new state, and what is sent now, in this order. */
export interface Step<E extends Sequenced> {
  readonly state: Delivery<E>;
  readonly send: readonly E[];
}

/** More than this is not held but read from the stream again: a slow device costs no memory. */
export const MAX_HELD = 128;

/** @param sent the device has everything up to here: its cursor, or the start of its look-back. */
export function resuming<E extends Sequenced>(sent: number): Resuming<E> {
  return { phase: 'resuming', sent, known: sent, held: [] };
}

/** Resuming again from where the device is, or from an earlier place that it names itself. */
export function rewound<E extends Sequenced>(state: Delivery<E>, to: number): Delivery<E> {
  const sent = Math.min(state.sent, to);
  const held = state.phase === 'resuming' ? state.held : [];
  return { phase: 'resuming', sent, known: Math.max(state.known, state.sent), held };
}

/** An event came in live. A gap before it puts the device back to resuming. */
export function received<E extends Sequenced>(state: Delivery<E>, event: E): Step<E> {
  const known = Math.max(state.known, event.sequence);
  if (event.sequence <= state.sent) return { state, send: [] };
  if (state.phase === 'resuming' || event.previous > state.sent) {
    const held = state.phase === 'resuming' ? state.held : [];
    const more = held.length < MAX_HELD ? [...held, event] : held;
    return { state: { phase: 'resuming', sent: state.sent, known, held: more }, send: [] };
  }
  return { state: { phase: 'live', sent: event.sequence, known }, send: [event] };
}

/** Events that were read from the stream, ascending. */
export function replayed<E extends Sequenced>(state: Delivery<E>, events: readonly E[]): Step<E> {
  const send = events.filter(({ sequence }) => sequence > state.sent);
  const sent = send.at(-1)?.sequence ?? state.sent;
  return { state: { ...state, sent, known: Math.max(state.known, sent) }, send };
}

/**
 * The stream was read up to `head`, its last sequence after the subscription stood. What was held
 * follows as far as it joins on without a gap; if the feed is known to have more than that, the
 * device stays resuming and must be read to once more.
 */
export function caughtUp<E extends Sequenced>(state: Delivery<E>, head: number): Step<E> {
  if (state.phase === 'live') return { state, send: [] };
  const send: E[] = [];
  let sent = Math.max(state.sent, head);
  for (const event of [...state.held].sort((a, b) => a.sequence - b.sequence)) {
    if (event.sequence <= sent) continue;
    if (event.previous > sent) break;
    send.push(event);
    sent = event.sequence;
  }
  const known = Math.max(state.known, sent);
  if (known > sent) return { state: { phase: 'resuming', sent, known, held: [] }, send };
  return { state: { phase: 'live', sent, known }, send };
}

/** Whether the device lacks something that the feed is known to have. */
export function isBehind(state: Delivery<Sequenced>): boolean {
  return state.sent < state.known;
}
