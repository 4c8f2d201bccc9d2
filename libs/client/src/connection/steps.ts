import type { ReconnectCause } from '@mealwire/contracts/wire';
import type { Strategy } from '../strategy.js';
import { backoffDelayMs } from './backoff.js';
import {
  type ConnectionState,
  type Effect,
  hasSocket,
  isTrying,
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

/** What follows from an event. */
export interface Step {
  readonly state: MachineState;
  readonly effects: readonly Effect[];
}

export function suspect(state: MachineState, reason: string, { strategy }: Context): Step {
  return {
    state: { ...state, name: 'suspect', reason },
    effects: [{ type: 'clear_timers' }, { type: 'ping' }, setTimer('probe', strategy.probeMs)],
  };
}

/** A new socket first; the old one goes when the new one has proved itself. */
export function replace(state: MachineState, cause: ReconnectCause, context: Context): Step {
  return open({ ...state, cause }, state.generation, drop(state.previous), context);
}

export function attempt(state: MachineState, cause: ReconnectCause, context: Context): Step {
  return open({ ...state, cause, hasStray: leavesStray(state) }, null, dropAll(state), context);
}

/** Now, for the way may be free again; but a server that has named its time is not pressed. */
export function comeBack(state: MachineState, cause: ReconnectCause, context: Context): Step {
  const afterMs = state.invitedAtMs === null ? 0 : untilMs(state.invitedAtMs, context);
  return afterMs > 0
    ? wait({ ...state, cause }, 'backoff', state.reason, afterMs)
    : attempt({ ...state, failures: 0 }, cause, context);
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

export function retry(
  state: MachineState,
  cause: ReconnectCause,
  reason: string,
  context: Context,
): Step {
  const { strategy, random } = context;
  const failed = { ...state, cause, failures: state.failures + 1 };
  const afterMs =
    state.invitedAtMs === null
      ? backoffDelayMs(state.failures, random, strategy)
      : untilMs(state.invitedAtMs, context);
  const step = state.isOnline
    ? wait(failed, 'backoff', reason, afterMs)
    : wait(failed, 'offline', reason, Math.max(afterMs, strategy.backoffMaxMs));
  // Refused again without a handshake: a browser hides the reason, HTTP tells it. Ever more rarely.
  const isRefused = state.name === 'connecting' && isLaterPowerOfTwo(failed.failures);
  return isRefused ? { ...step, effects: [...step.effects, { type: 'diagnose' }] } : step;
}

/** 2, 4, 8, … */
function isLaterPowerOfTwo(count: number): boolean {
  return count > 1 && (count & (count - 1)) === 0;
}

export function goOffline(state: MachineState, { strategy }: Context): Step {
  return wait(state, 'offline', 'no network', strategy.backoffMaxMs);
}

/** Until the next attempt. Also without a network: operating systems have been wrong about that. */
export function wait(
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
export function rest(state: MachineState, name: ConnectionState, reason: string): Step {
  return {
    state: {
      ...state,
      name,
      reason,
      retryInMs: null,
      previous: null,
      hasStray: leavesStray(state),
    },
    effects: [{ type: 'clear_timers' }, ...dropAll(state)],
  };
}

export function stay(state: MachineState): Step {
  return { state, effects: [] };
}

export function wordsOf(cause: ReconnectCause): string {
  return cause.replaceAll('_', ' ');
}

export function isWaiting({ name }: MachineState): boolean {
  return name === 'backoff' || name === 'offline';
}

/** Five minutes, by default: a result that has not come by then is not a matter of seconds. */
const EAGER_PINGS = 60;

export function pingIntervalMs(state: MachineState, { strategy }: Context): number {
  const isEager = state.isDue && state.duePings < EAGER_PINGS;
  return isEager ? strategy.duePingIntervalMs : strategy.pingIntervalMs;
}

export function untilMs(atMs: number, { nowMs }: Context): number {
  return Math.max(0, atMs - nowMs);
}

export function setTimer(name: TimerName, afterMs: number): Effect {
  return { type: 'set_timer', name, afterMs };
}

export function drop(generation: number | null): readonly Effect[] {
  return generation === null ? [] : [{ type: 'drop', generation }];
}

function leavesStray(state: MachineState): boolean {
  return state.hasStray || isTrying(state);
}

function dropAll(state: MachineState): readonly Effect[] {
  return [...drop(state.previous), ...drop(hasSocket(state) ? state.generation : null)];
}
