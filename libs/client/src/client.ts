import { isOutcomeFrame, type ServerFrame } from '@mealwire/contracts/wire';
import { type ConnectionStatus, createConnection } from './connection.js';
import { createFeedPosition } from './feed-position.js';
import { createMealLogApi, type MealLogApi } from './meal-log-api.js';
import { createObservers } from './observers.js';
import { type MealLogOutcome, outcomeOf } from './outcome.js';
import { type AnyFrame, isServerFrame } from './server-frame.js';
import {
  endpointUrl,
  platformWebSocket,
  subprotocols,
  type WebSocketFactory,
} from './web-socket.js';

export interface MealwireClientOptions {
  /** Where the gateway is, e.g. `https://meals.example`. */
  readonly origin: string;
  /** Asked before every request and every attempt to connect, so it may hand out a fresh one. */
  readonly token: () => Promise<string>;
  /** The same over restarts of the app: lets the gateway resume for this device. */
  readonly deviceId?: string;
  readonly webSocket?: WebSocketFactory;
  readonly fetch?: typeof globalThis.fetch;
  /** How often to show a sign of life; 30 s by default. */
  readonly pingIntervalMs?: number;
}

/** Logs meals over REST and hears of their outcomes over a WebSocket that mends itself. */
export interface MealwireClient extends MealLogApi {
  status(): ConnectionStatus;
  /** Starts, or tries again at once out of `backoff` and `closed`. */
  connect(): void;
  /** Ends the connection for good; {@link connect} would start it again where it left off. */
  close(): void;
  /** @returns a function that removes the observer, as the other two. */
  onState(observer: (status: ConnectionStatus) => void): () => void;
  /** Every known frame as it came, repetitions included. */
  onFrame(observer: (frame: ServerFrame) => void): () => void;
  /** Every outcome once, in the order of the feed. */
  onOutcome(observer: (outcome: MealLogOutcome) => void): () => void;
}

const DEFAULT_PING_INTERVAL_MS = 30_000;

export function createMealwireClient(options: MealwireClientOptions): MealwireClient {
  const { origin, token, deviceId, webSocket = platformWebSocket } = options;
  // Called through a closure: browsers refuse a fetch that is not called on the window.
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const states = createObservers<ConnectionStatus>();
  const frames = createObservers<ServerFrame>();
  const outcomes = createObservers<MealLogOutcome>();
  const position = createFeedPosition();

  function receive(frame: AnyFrame): void {
    if (!isServerFrame(frame)) return;
    if (frame.type === 'welcome') position.welcome(frame);
    frames.notify(frame);
    if (!isOutcomeFrame(frame) || !position.isNew(frame)) return;
    outcomes.notify(outcomeOf(frame));
    position.advance(frame);
  }

  const connection = createConnection({
    token,
    open: (jwt) =>
      webSocket(endpointUrl(origin, { deviceId, cursor: position.cursor() }), subprotocols(jwt)),
    pingIntervalMs: options.pingIntervalMs ?? DEFAULT_PING_INTERVAL_MS,
    onStatus: states.notify,
    onFrame: receive,
  });

  return {
    ...createMealLogApi({ origin, token, fetch }),
    ...connection,
    onState: states.add,
    onFrame: frames.add,
    onOutcome: outcomes.add,
  };
}
