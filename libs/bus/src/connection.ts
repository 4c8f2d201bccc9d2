import type { Logger } from '@mealwire/telemetry';
import { connect, type NatsConnection } from '@nats-io/transport-node';

export interface BusOptions {
  /** One or more server URLs, separated by commas. */
  readonly url: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Shown by `nats server report connections`; also names the reply subjects of this client. */
  readonly name: string;
  readonly logger: Logger;
  /** For jobs: a refused login ends `connectBus` instead of being tried again. */
  readonly failOnWrongLogin?: boolean;
  /** The client has given up for good, which it should not: the process had better end. */
  readonly onLost?: (error: Error) => void;
}

export interface Bus {
  readonly nc: NatsConnection;
  /** False while the client is looking for a server: a publish would wait in its buffer. */
  isConnected(): boolean;
  /** The client has found a server again; subscriptions stand, but what came meanwhile is lost. */
  onReconnect(listener: () => void): void;
  /** Finishes what is under way, then closes. Safe to call when the server is gone. */
  close(): Promise<void>;
}

/** How often the client asks whether the server is still there; two misses mean it is not. */
const PING_INTERVAL_MS = 10_000;
const RECONNECT_WAIT_MS = 250;
const WAITING_LOG_MS = 5_000;

/**
 * Connects, waiting for a server that is not up yet, and stays: the client of nats.js gives up
 * after ten attempts by default, this one never does.
 */
export async function connectBus(options: BusOptions): Promise<Bus> {
  const waiting = setInterval(() => {
    options.logger.warn('still waiting for NATS: is it there, and is the login right?');
  }, WAITING_LOG_MS);
  const nc = await connect({
    servers: options.url.split(',').map((server) => server.trim()),
    name: options.name,
    // Own inbox per service, so that permissions can keep replies from each other.
    inboxPrefix: inboxPrefix(options.user ?? options.name),
    maxReconnectAttempts: -1,
    // A server under a storm of logins answers with authentication timeouts; that must not be the end.
    ignoreAuthErrorAbort: !options.failOnWrongLogin,
    waitOnFirstConnect: true,
    reconnectTimeWait: RECONNECT_WAIT_MS,
    reconnectJitter: RECONNECT_WAIT_MS,
    pingInterval: PING_INTERVAL_MS,
    ...(options.user === undefined ? {} : { user: options.user }),
    ...(options.password === undefined ? {} : { pass: options.password }),
  }).finally(() => clearInterval(waiting));
  let connected = true;
  let closing = false;
  void nc.closed().then((error) => {
    if (!closing) options.onLost?.(error ?? new Error('the NATS client has closed'));
  });
  const reconnectListeners: (() => void)[] = [];
  void watchStatus(nc, options.logger, (value) => {
    connected = value;
    if (connected) for (const listener of reconnectListeners) listener();
  });
  return {
    nc,
    isConnected: () => connected && !nc.isClosed(),
    onReconnect: (listener) => void reconnectListeners.push(listener),
    close: async () => {
      closing = true;
      if (nc.isClosed()) return;
      // Draining needs the server; without one, closing is all that is left to do.
      await (connected ? nc.drain() : nc.close());
    },
  };
}

/** The reply subjects of one service: `_INBOX_<service>.>`; see deploy/nats/nats.conf. */
export function inboxPrefix(service: string): string {
  return `_INBOX_${service}`;
}

async function watchStatus(
  nc: NatsConnection,
  logger: Logger,
  setConnected: (value: boolean) => void,
): Promise<void> {
  for await (const status of nc.status()) {
    switch (status.type) {
      case 'disconnect':
        setConnected(false);
        logger.warn('NATS disconnected');
        break;
      case 'reconnect':
        setConnected(true);
        logger.info('NATS reconnected');
        break;
      case 'error':
        // A denied subscription or publish does not throw; it only shows up here.
        logger.error({ err: status.error }, 'NATS refused something');
        break;
      case 'ldm':
        logger.info('NATS server is about to stop');
        break;
      default:
        break;
    }
  }
}
