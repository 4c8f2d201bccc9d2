import { type AuthFrame, ERASED_CODE, type PingFrame } from '@mealwire/contracts/wire';
import { type Credentials, isLoggedOut } from '../credentials.js';
import { LONGEST_WAIT_MS } from '../rest/mealwire-error.js';
import type { Strategy } from '../strategy.js';
import { type AnyFrame, isServerFrame, readFrame } from '../wire/server-frame.js';
import type { WebSocketLike } from '../wire/web-socket.js';
import {
  type Effect,
  hasSocket,
  INITIAL_STATE,
  type MachineEvent,
  type MachineState,
  type TimerName,
} from './state.js';
import { beforeExpiry } from './token-expiry.js';
import { transition } from './transition.js';

/** What HTTP says about a handshake that fails; nothing when it does not know either. */
export type Diagnosis = Extract<MachineEvent, { type: 'logged_out' | 'retry_after' }>;

export interface ConnectionOptions {
  readonly credentials: Credentials;
  readonly strategy: Strategy;
  readonly open: (token: string) => WebSocketLike;
  readonly diagnose: () => Promise<Diagnosis | undefined>;
  /** After every change of the state. */
  readonly onTransition: (state: MachineState, before: MachineState) => void;
  /** Every frame of a socket that has not been dropped; `isNewest`: not of the one on its way out. */
  readonly onFrame: (frame: AnyFrame, isNewest: boolean) => void;
  /** The gateway has closed a socket because its user was erased. */
  readonly onErased: () => void;
  readonly onRoundTrip: (durationMs: number) => void;
}

export interface Connection {
  state(): MachineState;
  dispatch(event: MachineEvent): void;
  /** On the newest socket, if it is there. */
  send(frame: object): void;
}

interface OpenSocket {
  readonly socket: WebSocketLike;
  /** The one that the gateway knows this socket by. */
  token: string;
  stopRenewal(): void;
}

const PING: PingFrame = { type: 'ping' };

/** Does what {@link transition} says: sockets, timers and tokens, but no rule of its own. */
export function createConnection(options: ConnectionOptions): Connection {
  const { credentials, strategy } = options;
  let state = INITIAL_STATE;
  const sockets = new Map<number, OpenSocket>();
  const timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  const queue: MachineEvent[] = [];
  let isRunning = false;
  let pingedAtMs: number | undefined;

  /** One event after the other, also when an effect or an observer brings in the next one. */
  function dispatch(event: MachineEvent): void {
    queue.push(event);
    if (isRunning) return;
    isRunning = true;
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) follow(next);
    } finally {
      // Whatever has been thrown, e.g. by a socket: the next event is dealt with.
      isRunning = false;
    }
  }

  function follow(event: MachineEvent): void {
    const before = state;
    const context = { strategy, nowMs: performance.now(), random: Math.random() };
    const step = transition(state, event, context);
    state = step.state;
    for (const effect of step.effects) perform(effect);
    if (state.name === 'live' && before.name !== 'live') renewInTime(state.generation);
    if (state !== before) options.onTransition(state, before);
  }

  function perform(effect: Effect): void {
    switch (effect.type) {
      case 'open':
        void open(effect.generation);
        break;
      case 'drop':
        drop(effect.generation);
        break;
      case 'ping':
        pingedAtMs ??= performance.now();
        send(PING);
        break;
      case 'renew_token':
        credentials.reject(sockets.get(state.generation)?.token ?? '');
        break;
      case 'diagnose':
        void diagnose();
        break;
      case 'set_timer':
        setTimer(effect.name, effect.afterMs);
        break;
      case 'clear_timer':
        clearTimeout(timers.get(effect.name));
        timers.delete(effect.name);
        break;
      case 'clear_timers':
        for (const timer of timers.values()) clearTimeout(timer);
        timers.clear();
    }
  }

  function setTimer(name: TimerName, afterMs: number): void {
    // Counted from the first ping that nothing has answered, however many are sent after it.
    if (name === 'silence' && timers.has(name)) return;
    clearTimeout(timers.get(name));
    const timer = setTimeout(() => {
      timers.delete(name);
      dispatch({ type: 'timer', name });
    }, afterMs);
    timers.set(name, timer);
  }

  async function open(generation: number): Promise<void> {
    const isVoid = () => generation !== state.generation || !hasSocket(state);
    try {
      const token = await credentials.token();
      if (isVoid()) return;
      attach(generation, token, options.open(token));
    } catch (error) {
      if (isVoid()) return;
      if (isLoggedOut(error)) dispatch({ type: 'logged_out' });
      else dispatch({ type: 'failed', generation, reason: messageOf(error) });
    }
  }

  function attach(generation: number, token: string, socket: WebSocketLike): void {
    sockets.set(generation, { socket, token, stopRenewal: () => undefined });
    const isMine = () => sockets.get(generation)?.socket === socket;
    socket.addEventListener('open', () => {
      if (isMine()) dispatch({ type: 'opened', generation });
    });
    socket.addEventListener('message', ({ data }) => {
      if (isMine()) receive(generation, data);
    });
    // An `error` says nothing that the `close` after it does not, but `ws` throws it if unheard.
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('close', ({ code, reason }) => {
      if (!isMine()) return;
      dispatch({ type: 'closed', generation, code, reason });
      drop(generation);
      if (code === ERASED_CODE) options.onErased();
    });
  }

  function receive(generation: number, data: unknown): void {
    const frame = readFrame(data);
    if (frame === undefined) return;
    const known = isServerFrame(frame) ? frame : undefined;
    if (known?.type === 'pong' && generation === state.generation && pingedAtMs !== undefined) {
      options.onRoundTrip(performance.now() - pingedAtMs);
      pingedAtMs = undefined;
    }
    const invitation =
      known?.type === 'reconnect'
        ? { reconnectAfterMs: Math.min(known.after_ms, LONGEST_WAIT_MS) }
        : {};
    dispatch({ type: 'frame', generation, ...invitation });
    options.onFrame(frame, generation === state.generation);
  }

  /** From the first frame on: before it the gateway takes no other token on this socket. */
  function renewInTime(generation: number): void {
    const entry = sockets.get(generation);
    entry?.stopRenewal();
    if (entry !== undefined) entry.stopRenewal = beforeExpiry(entry.token, () => void renew(entry));
  }

  /** A new token on the same socket; where there is none, the gateway's 4004 has the last word. */
  async function renew(entry: OpenSocket): Promise<void> {
    const token = await credentials.renew(entry.token).catch(() => entry.token);
    const { generation } = state;
    // What has not been sent is not the socket's token: the gateway would refuse the other one.
    if (token === entry.token || sockets.get(generation) !== entry || !canSend()) return;
    send({ type: 'auth', token } satisfies AuthFrame);
    entry.token = token;
    renewInTime(generation);
  }

  async function diagnose(): Promise<void> {
    const diagnosis = await options.diagnose();
    if (diagnosis !== undefined && !hasSocket(state)) dispatch(diagnosis);
  }

  function drop(generation: number): void {
    const entry = sockets.get(generation);
    if (!sockets.delete(generation)) return;
    entry?.stopRenewal();
    entry?.socket.close();
    pingedAtMs = undefined;
  }

  function send(frame: object): void {
    try {
      if (canSend()) sockets.get(state.generation)?.socket.send(JSON.stringify(frame));
    } catch {
      // Some sockets throw once they are closing: whatever there is to say, their `close` says it.
    }
  }

  /** A browser's socket throws while it is connecting. */
  function canSend(): boolean {
    return state.name === 'live' || state.name === 'suspect';
  }

  return { state: () => state, dispatch, send };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'no token';
}
