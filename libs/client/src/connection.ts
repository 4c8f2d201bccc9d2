import { type PingFrame, shouldReconnect } from '@mealwire/contracts/wire';
import { backoffDelayMs } from './backoff.js';
import { type AnyFrame, isServerFrame, readFrame } from './server-frame.js';
import type { WebSocketLike } from './web-socket.js';

/**
 * `verifying`: the handshake succeeded, but a proxy may have answered it; only a frame proves the
 * gateway, and makes it `live`. `backoff`: will try again by itself. `closed`: will not.
 */
export type ConnectionState = 'idle' | 'connecting' | 'verifying' | 'live' | 'backoff' | 'closed';

export interface ConnectionStatus {
  readonly state: ConnectionState;
  /** Why it is `backoff` or `closed`, for a person; else null. */
  readonly reason: string | null;
  /** In `backoff`: how long until the next attempt; else null. */
  readonly retryInMs: number | null;
}

export interface ConnectionOptions {
  readonly token: () => Promise<string>;
  readonly open: (token: string) => WebSocketLike;
  readonly pingIntervalMs: number;
  readonly onStatus: (status: ConnectionStatus) => void;
  readonly onFrame: (frame: AnyFrame) => void;
}

export interface Connection {
  status(): ConnectionStatus;
  /** Tries at once, also out of `backoff` and `closed`; does nothing while an attempt is alive. */
  connect(): void;
  close(): void;
}

/** From the start of an attempt to the first frame. */
const VERIFY_TIMEOUT_MS = 10_000;
/** A connection that held this long has proved the way: the next loss starts with short delays. */
const STABLE_AFTER_MS = 10_000;
const PING = JSON.stringify({ type: 'ping' } satisfies PingFrame);

type Timer = ReturnType<typeof setTimeout>;

export function createConnection(options: ConnectionOptions): Connection {
  let status: ConnectionStatus = { state: 'idle', reason: null, retryInMs: null };
  /** Names the current attempt: whatever an earlier one still reports is void. */
  let attempt = 0;
  let socket: WebSocketLike | undefined;
  let timers: Timer[] = [];
  let failures = 0;
  let liveSinceMs: number | undefined;
  /** When the gateway has asked us to come back, on the clock of `Date.now()`. */
  let invitedAtMs: number | undefined;
  let heardSincePing = false;

  function enter(state: ConnectionState, reason: string | null, retryInMs: number | null): void {
    status = { state, reason, retryInMs };
    options.onStatus(status);
  }

  function abandon(): void {
    attempt += 1;
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    if (liveSinceMs !== undefined && Date.now() - liveSinceMs >= STABLE_AFTER_MS) failures = 0;
    liveSinceMs = undefined;
    invitedAtMs = undefined;
    const abandoned = socket;
    socket = undefined;
    abandoned?.close();
  }

  function start(): void {
    abandon();
    const mine = attempt;
    timers.push(setTimeout(() => retry('no answer'), VERIFY_TIMEOUT_MS));
    enter('connecting', null, null);
    options
      .token()
      .then((token) => {
        if (mine === attempt) attach(options.open(token), mine);
      })
      .catch((error: unknown) => {
        if (mine === attempt) retry(error instanceof Error ? error.message : 'no token');
      });
  }

  function attach(opened: WebSocketLike, mine: number): void {
    socket = opened;
    opened.addEventListener('open', () => {
      if (mine === attempt) enter('verifying', null, null);
    });
    opened.addEventListener('message', ({ data }) => {
      if (mine === attempt) receive(data);
    });
    // An `error` says nothing that the `close` after it does not, but `ws` throws it if unheard.
    opened.addEventListener('error', () => undefined);
    opened.addEventListener('close', ({ code, reason }) => {
      if (mine !== attempt) return;
      const why = reason === '' ? `connection lost (${code})` : reason;
      if (shouldReconnect(code)) retry(why);
      else stop(why);
    });
  }

  function receive(data: unknown): void {
    const frame = readFrame(data);
    if (frame === undefined) return;
    heardSincePing = true;
    if (status.state !== 'live') goLive();
    if (isServerFrame(frame) && frame.type === 'reconnect') {
      invitedAtMs = Date.now() + frame.after_ms;
      timers.push(setTimeout(start, frame.after_ms));
    }
    options.onFrame(frame);
  }

  function goLive(): void {
    for (const timer of timers) clearTimeout(timer);
    liveSinceMs = Date.now();
    timers = [setInterval(ping, options.pingIntervalMs)];
    enter('live', null, null);
  }

  /** Also the watch: a socket that stayed silent for a whole interval after a ping is dead. */
  function ping(): void {
    if (!heardSincePing) {
      retry('no sign of life');
      return;
    }
    heardSincePing = false;
    socket?.send(PING);
  }

  function retry(reason: string): void {
    const invited = invitedAtMs;
    abandon();
    const delayMs =
      invited === undefined
        ? backoffDelayMs(failures, Math.random)
        : Math.max(0, invited - Date.now());
    failures += 1;
    timers.push(setTimeout(start, delayMs));
    enter('backoff', reason, delayMs);
  }

  function stop(reason: string | null): void {
    abandon();
    enter('closed', reason, null);
  }

  return {
    status: () => status,
    connect: () => {
      if (['idle', 'backoff', 'closed'].includes(status.state)) start();
    },
    close: () => {
      if (status.state !== 'closed') stop(null);
    },
  };
}
