import type { ReconnectCause } from '@mealwire/contracts/wire';

/**
 * What is true of the connection right now.
 *
 * - `idle`: not asked for.
 * - `connecting`: waiting for a token or the handshake.
 * - `verifying`: the handshake succeeded, but a proxy may have answered it.
 * - `live`: a frame has come, so the gateway is there.
 * - `suspect`: it has gone silent; a probe is out.
 * - `backoff`: lost, the next attempt has its time.
 * - `offline`: the operating system says that there is no network.
 * - `background`: the operating system has put the app away.
 * - `logged_out`, `upgrade_required`, `replaced`: over until the app says `connect()`.
 */
export const CONNECTION_STATES = [
  'idle',
  'connecting',
  'verifying',
  'live',
  'suspect',
  'backoff',
  'offline',
  'background',
  'logged_out',
  'upgrade_required',
  'replaced',
] as const;

export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** Everything that the connection's rules remember. */
export interface MachineState {
  readonly name: ConnectionState;
  /** Why it came here, in words for an engineer. */
  readonly reason: string;
  /** Why the attempt under way, or the next one, is made; null before the first. */
  readonly cause: ReconnectCause | null;
  /** In `backoff` and `offline`: how long until the next attempt, counted from the transition. */
  readonly retryInMs: number | null;
  /** Number of the newest socket. Whatever a socket says is judged by its number. */
  readonly generation: number;
  /** A doubtful socket that stays open until the newest has proved itself. */
  readonly previous: number | null;
  /** Attempts since the last connection that held. */
  readonly failures: number;
  /** When the gateway has asked us to come back, on the caller's clock. */
  readonly invitedAtMs: number | null;
  /** What the operating system says, unless something has come over the network since. */
  readonly isOnline: boolean;
  /**
   * An attempt was given up before its first frame, and its handshake may still reach the gateway,
   * which then takes it for this device and closes the connection that it has by then.
   */
  readonly hasStray: boolean;
  /** A result is awaited. */
  readonly isDue: boolean;
  /** Pings since the last meal was submitted, or the first result fell due. */
  readonly duePings: number;
}

/** Timers by name. Setting one again moves it; only `silence` stays where it is while it runs. */
export type TimerName = 'verify' | 'ping' | 'silence' | 'probe' | 'stable' | 'retry' | 'move';

export type MachineEvent =
  /** The app wants a connection, now. */
  | { readonly type: 'connect' }
  /** The app wants none any more. */
  | { readonly type: 'close' }
  /** Something is about to be submitted: the socket should be up, and known to be. */
  | { readonly type: 'wake' }
  | { readonly type: 'due'; readonly isDue: boolean }
  | { readonly type: 'foreground' }
  | { readonly type: 'background' }
  | { readonly type: 'network_changed'; readonly isOnline: boolean }
  /** The server has answered over HTTP. */
  | { readonly type: 'reachable' }
  /** The handshake is done. */
  | { readonly type: 'opened'; readonly generation: number }
  | { readonly type: 'frame'; readonly generation: number; readonly reconnectAfterMs?: number }
  | {
      readonly type: 'closed';
      readonly generation: number;
      readonly code: number;
      readonly reason: string;
    }
  /** There was no socket to be had, e.g. because nobody could hand out a token. */
  | { readonly type: 'failed'; readonly generation: number; readonly reason: string }
  /** The user's token is dead, and there is no other. */
  | { readonly type: 'logged_out' }
  /** The server has said when to come back, over HTTP. */
  | { readonly type: 'retry_after'; readonly afterMs: number }
  | { readonly type: 'timer'; readonly name: TimerName };

/** What is to be done, in this order. */
export type Effect =
  | { readonly type: 'open'; readonly generation: number }
  /** Close it and never listen to it again, without waiting for its `close`. */
  | { readonly type: 'drop'; readonly generation: number }
  | { readonly type: 'ping' }
  /** The token that was used last has ended: get another one for the next attempt. */
  | { readonly type: 'renew_token' }
  /** Handshakes fail, and a WebSocket does not say why: ask over HTTP. */
  | { readonly type: 'diagnose' }
  | { readonly type: 'set_timer'; readonly name: TimerName; readonly afterMs: number }
  | { readonly type: 'clear_timer'; readonly name: TimerName }
  | { readonly type: 'clear_timers' };

export const INITIAL_STATE: MachineState = {
  name: 'idle',
  reason: 'not asked for',
  cause: null,
  retryInMs: null,
  generation: 0,
  previous: null,
  failures: 0,
  invitedAtMs: null,
  isOnline: true,
  hasStray: false,
  isDue: false,
  duePings: 0,
};

/** Whether the newest socket has still to prove itself. */
export function isTrying({ name }: MachineState): boolean {
  return name === 'connecting' || name === 'verifying';
}

/** Whether the newest socket is there, or on its way. */
export function hasSocket(state: MachineState): boolean {
  return isTrying(state) || state.name === 'live' || state.name === 'suspect';
}
