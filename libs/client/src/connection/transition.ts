import {
  ERASED_CODE,
  RESTART_CODE,
  type ReconnectCause,
  shouldReconnect,
  TOKEN_EXPIRED_CODE,
  UPGRADE_REQUIRED_CODE,
} from '@mealwire/contracts/wire';
import {
  type Effect,
  hasSocket,
  type MachineEvent,
  type MachineState,
  type TimerName,
} from './state.js';
import {
  attempt,
  type Context,
  comeBack,
  drop,
  goOffline,
  isWaiting,
  pingIntervalMs,
  replace,
  rest,
  retry,
  type Step,
  setTimer,
  stay,
  suspect,
  untilMs,
  wait,
  wordsOf,
} from './steps.js';

/** The rules of the connection: pure, total, and drawn in docs/client.md from this function. */
export function transition(state: MachineState, event: MachineEvent, context: Context): Step {
  switch (event.type) {
    case 'connect':
      return hasSocket(state)
        ? stay(state)
        : attempt({ ...state, failures: 0 }, 'requested', context);
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
    case 'reachable':
      return reachable(state, context);
    case 'logged_out':
      // An answer that came after close().
      if (state.name === 'idle') return stay(state);
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
    const silence: Effect = { type: 'clear_timer', name: 'silence' };
    return reconnectAfterMs === undefined
      ? { state, effects: [silence] }
      : {
          state: { ...state, invitedAtMs },
          effects: [silence, setTimer('move', reconnectAfterMs)],
        };
  }
  const live: MachineState = {
    ...state,
    name: 'live',
    reason: 'a frame has come',
    previous: null,
    invitedAtMs,
    isOnline: true,
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
  if (code === ERASED_CODE) return rest(state, 'logged_out', why);
  // It may have been our own stray that took the place: a connection that holds will show.
  if (!shouldReconnect(code) && !state.hasStray) return rest(state, 'replaced', why);
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
    case 'ping': {
      const next = state.isDue ? { ...state, duePings: state.duePings + 1 } : state;
      return {
        state: next,
        effects: [
          { type: 'ping' },
          setTimer('silence', silenceMs),
          setTimer('ping', pingIntervalMs(next, context)),
        ],
      };
    }
    case 'silence':
      return suspect(state, 'no sign of life', context);
    case 'probe':
      return replace(state, 'silence', context);
    case 'stable':
      return stay({ ...state, failures: 0, hasStray: false });
    case 'move':
      return replace(state, 'server_restart', context);
    case 'retry':
      return attempt(state, state.cause ?? 'network_lost', context);
  }
}

/** The socket must be up before a meal is, or with it; one that has not been heard lately is asked. */
function wake(state: MachineState, context: Context): Step {
  // A server that has named its time is not pressed; a delay of our own making is cut short.
  if (state.name === 'idle') return comeBack(state, state.cause ?? 'requested', context);
  if (state.name === 'backoff' && state.invitedAtMs === null) {
    return attempt(state, state.cause ?? 'requested', context);
  }
  const eager = { ...state, duePings: 0 };
  return state.name === 'live' ? timer(eager, 'ping', context) : stay(eager);
}

function due(state: MachineState, isDue: boolean, context: Context): Step {
  if (isDue === state.isDue) return stay(state);
  const next = { ...state, isDue, duePings: 0 };
  if (state.name !== 'live') return stay(next);
  return { state: next, effects: [setTimer('ping', pingIntervalMs(next, context))] };
}

function foreground(state: MachineState, context: Context): Step {
  if (state.name === 'live') return suspect(state, 'back in the foreground', context);
  if (state.name !== 'background' && state.name !== 'backoff') return stay(state);
  return state.isOnline ? comeBack(state, 'foreground', context) : goOffline(state, context);
}

function networkChanged(state: MachineState, context: Context): Step {
  if (!hasSocket(state) && !isWaiting(state)) return stay(state);
  if (!state.isOnline) return goOffline(state, context);
  return state.name === 'live' || state.name === 'suspect'
    ? replace(state, 'network_changed', context)
    : comeBack(state, 'network_changed', context);
}

/** The operating system has been wrong, or has not noticed yet. */
function reachable(state: MachineState, context: Context): Step {
  if (state.isOnline) return stay(state);
  const online = { ...state, isOnline: true };
  return state.name === 'offline' ? comeBack(online, 'network_changed', context) : stay(online);
}

function retryAfter(state: MachineState, afterMs: number, { nowMs }: Context): Step {
  if (state.name !== 'backoff') return stay(state);
  return wait({ ...state, invitedAtMs: nowMs + afterMs }, 'backoff', state.reason, afterMs);
}
