import {
  RESTART_CODE,
  type ReconnectCause,
  shouldReconnect,
  TOKEN_EXPIRED_CODE,
  UPGRADE_REQUIRED_CODE,
} from '@mealwire/contracts/wire';
import type { Strategy } from '../strategy.js';
import { backoffDelayMs } from './backoff.js';
import {
  type ConnectionState,
  type Effect,
  hasSocket,
  type MachineEvent,
  type MachineState,
  type TimerName,
} from './state.js';

/** What the rules may not find out for themselves. */
export interface Context {
  readonly strategy: Strategy;
  /** Of a clock that only has to move forward, in ms. */
  readonly nowMs: number;
  /** From 0 to 1, another one at every call. */
  readonly random: number;
}

export interface Step {
  readonly state: MachineState;
  readonly effects: readonly Effect[];
}

/** The rules of the connection: pure, total, and drawn in docs/client.md from this function. */
export function transition(state: MachineState, event: MachineEvent, context: Context): Step {
  switch (event.type) {
    case 'connect':
      return hasSocket(state) ? stay(state) : attempt(fresh(state), 'requested', context);
    case 'close':
      return rest(state, 'idle', 'closed by the app');
    case 'wake':
      return wake(state, context);
    case 'due':
      return due(state, event.isDue, context);
    case 'foreground':
      return foreground(state, context);
    case 'background':
      return hasSocket(state) || isWaiting(state)
        ? rest(state, 'background', 'in the background')
        : stay(state);
    case 'network_changed':
      return networkChanged({ ...state, isOnline: event.isOnline }, context);
    case 'logged_out':
      return rest(state, 'logged_out', 'the token is not valid, and there is no other');
    case 'retry_after':
      return retryAfter(state, event.afterMs, context);
    case 'timer':
      return timer(state, event.name, context);
    default:
      return fromSocket(state, event, context);
  }
}

type SocketEvent = Extract<MachineEvent, { readonly generation: number }>;

function fromSocket(state: MachineState, event: SocketEvent, context: Context): Step {
  if (event.generation === state.previous) {
    return event.type === 'closed' ? stay({ ...state, previous: null }) : stay(state);
  }
  if (event.generation !== state.generation || !hasSocket(state)) return stay(state);
  switch (event.type) {
    case 'opened':
      return state.name === 'connecting'
        ? stay({ ...state, name: 'verifying', reason: 'handshake done' })
        : stay(state);
    case 'frame':
      return heard(state, event.reconnectAfterMs, context);
    case 'closed':
      return closed(state, event, context);
    case 'failed':
      return retry(state, 'network_lost', event.reason, context);
  }
}

/** Any frame proves life. */
function heard(state: MachineState, reconnectAfterMs: number | undefined, context: Context): Step {
  const invitedAtMs =
    reconnectAfterMs === undefined ? state.invitedAtMs : context.nowMs + reconnectAfterMs;
  if (state.name === 'live') {
    const effects: Effect[] = [{ type: 'clear_timer', name: 'silence' }];
    if (reconnectAfterMs !== undefined) effects.push(setTimer('move', reconnectAfterMs));
    return { state: { ...state, invitedAtMs }, effects };
  }
  const live: MachineState = {
    ...state,
    name: 'live',
    reason: 'a frame has come',
    previous: null,
    invitedAtMs,
  };
  const effects: Effect[] = [
    ...drop(state.previous),
    { type: 'clear_timers' },
    setTimer('ping', pingIntervalMs(live, context)),
    setTimer('stable', context.strategy.stableMs),
  ];
  if (invitedAtMs !== null) effects.push(setTimer('move', untilMs(invitedAtMs, context)));
  return { state: live, effects };
}

function closed(
  state: MachineState,
  { code, reason }: { readonly code: number; readonly reason: string },
  context: Context,
): Step {
  const why = reason === '' ? `connection lost (${code})` : reason;
  if (code === UPGRADE_REQUIRED_CODE) return rest(state, 'upgrade_required', why);
  if (!shouldReconnect(code)) return rest(state, 'replaced', why);
  const step = retry(state, causeOf(code), why, context);
  return code === TOKEN_EXPIRED_CODE
    ? { ...step, effects: [{ type: 'renew_token' }, ...step.effects] }
    : step;
}

function causeOf(code: number): ReconnectCause {
  if (code === 1006) return 'network_lost';
  if (code === RESTART_CODE) return 'server_restart';
  return code === TOKEN_EXPIRED_CODE ? 'token_expired' : 'server_closed';
}

function timer(state: MachineState, name: TimerName, context: Context): Step {
  const { silenceMs } = context.strategy;
  switch (name) {
    case 'verify':
      return retry(state, 'no_answer', wordsOf('no_answer'), context);
    case 'ping':
      return {
        state,
        effects: [
          { type: 'ping' },
          setTimer('silence', silenceMs),
          setTimer('ping', pingIntervalMs(state, context)),
        ],
      };
    case 'silence':
      return suspect(state, 'no sign of life', context);
    case 'probe':
      return replace(state, 'silence', context);
    case 'stable':
      return stay({ ...state, failures: 0 });
    case 'move':
      return replace(state, 'server_restart', context);
    case 'retry':
      return attempt(state, state.cause ?? 'network_lost', context);
  }
}

/** The socket must be up before a meal is, or with it; one that has not been heard lately is asked. */
function wake(state: MachineState, context: Context): Step {
  // A server that has named its time is not pressed; a delay of our own making is cut short.
  const isPatient = state.name === 'backoff' && state.invitedAtMs === null;
  if (state.name === 'idle' || isPatient) {
    return attempt(state, state.cause ?? 'requested', context);
  }
  return state.name === 'live' ? timer(state, 'ping', context) : stay(state);
}

function due(state: MachineState, isDue: boolean, context: Context): Step {
  if (isDue === state.isDue) return stay(state);
  const next = { ...state, isDue };
  if (state.name !== 'live') return stay(next);
  return { state: next, effects: [setTimer('ping', pingIntervalMs(next, context))] };
}

function foreground(state: MachineState, context: Context): Step {
  if (state.name === 'live') return suspect(state, 'back in the foreground', context);
  if (state.name !== 'background' && state.name !== 'backoff') return stay(state);
  return state.isOnline ? attempt(fresh(state), 'foreground', context) : goOffline(state, context);
}

function networkChanged(state: MachineState, context: Context): Step {
  if (!hasSocket(state) && !isWaiting(state)) return stay(state);
  if (!state.isOnline) return goOffline(state, context);
  return state.name === 'live' || state.name === 'suspect'
    ? replace(state, 'network_changed', context)
    : attempt(fresh(state), 'network_changed', context);
}

function suspect(state: MachineState, reason: string, { strategy }: Context): Step {
  return {
    state: { ...state, name: 'suspect', reason },
    effects: [{ type: 'clear_timers' }, { type: 'ping' }, setTimer('probe', strategy.probeMs)],
  };
}

/** A new socket first; the old one goes when the new one has proved itself. */
function replace(state: MachineState, cause: ReconnectCause, context: Context): Step {
  return open({ ...state, cause }, state.generation, drop(state.previous), context);
}

function attempt(state: MachineState, cause: ReconnectCause, context: Context): Step {
  return open({ ...state, cause }, null, dropAll(state), context);
}

function open(
  state: MachineState & { readonly cause: ReconnectCause },
  previous: number | null,
  dropped: readonly Effect[],
  { strategy }: Context,
): Step {
  const generation = state.generation + 1;
  return {
    state: {
      ...state,
      name: 'connecting',
      reason: wordsOf(state.cause),
      retryInMs: null,
      generation,
      previous,
      invitedAtMs: null,
    },
    effects: [
      { type: 'clear_timers' },
      ...dropped,
      { type: 'open', generation },
      setTimer('verify', strategy.verifyMs),
    ],
  };
}

function retry(state: MachineState, cause: ReconnectCause, reason: string, context: Context): Step {
  const { strategy, random } = context;
  const failed = { ...state, cause, failures: state.failures + 1 };
  const afterMs =
    state.invitedAtMs === null
      ? backoffDelayMs(state.failures, random, strategy)
      : untilMs(state.invitedAtMs, context);
  const step = wait(failed, 'backoff', reason, afterMs);
  // Refused more than once without a handshake: a browser hides the reason, HTTP tells it.
  const isRefused = state.name === 'connecting' && state.failures > 0;
  return isRefused ? { ...step, effects: [...step.effects, { type: 'diagnose' }] } : step;
}

function goOffline(state: MachineState, { strategy }: Context): Step {
  return wait(state, 'offline', 'no network', strategy.backoffMaxMs);
}

/** Until the next attempt. Also without a network: operating systems have been wrong about that. */
function wait(
  state: MachineState,
  name: 'backoff' | 'offline',
  reason: string,
  retryInMs: number,
): Step {
  const { state: waiting, effects } = rest(state, name, reason);
  return {
    state: { ...waiting, retryInMs },
    effects: [...effects, setTimer('retry', retryInMs)],
  };
}

/** Nothing happens any more by itself. */
function rest(state: MachineState, name: ConnectionState, reason: string): Step {
  return {
    state: { ...state, name, reason, retryInMs: null, previous: null },
    effects: [{ type: 'clear_timers' }, ...dropAll(state)],
  };
}

function stay(state: MachineState): Step {
  return { state, effects: [] };
}

function wordsOf(cause: ReconnectCause): string {
  return cause.replaceAll('_', ' ');
}

function isWaiting({ name }: MachineState): boolean {
  return name === 'backoff' || name === 'offline';
}

function retryAfter(state: MachineState, afterMs: number, { nowMs }: Context): Step {
  if (state.name !== 'backoff') return stay(state);
  return wait({ ...state, invitedAtMs: nowMs + afterMs }, 'backoff', state.reason, afterMs);
}

function fresh(state: MachineState): MachineState {
  return { ...state, failures: 0 };
}

function pingIntervalMs({ isDue }: MachineState, { strategy }: Context): number {
  return isDue ? strategy.duePingIntervalMs : strategy.pingIntervalMs;
}

function untilMs(atMs: number, { nowMs }: Context): number {
  return Math.max(0, atMs - nowMs);
}

function setTimer(name: TimerName, afterMs: number): Effect {
  return { type: 'set_timer', name, afterMs };
}

function drop(generation: number | null): readonly Effect[] {
  return generation === null ? [] : [{ type: 'drop', generation }];
}

function dropAll(state: MachineState): readonly Effect[] {
  return [...drop(state.previous), ...drop(hasSocket(state) ? state.generation : null)];
}
