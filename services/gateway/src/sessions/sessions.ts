import { randomUUID } from 'node:crypto';
import { metrics } from '@opentelemetry/api';
import type { WebSocket } from 'ws';
import { openSession, type Session, type SessionOptions } from './session.js';

/** Who is at the other end, as the upgrade request says. */
export interface Device {
  readonly userId: string;
  readonly deviceId: string;
  readonly cursor: string | undefined;
}

export interface Sessions {
  open(socket: WebSocket, device: Device): void;
  isDraining(): boolean;
  /** Sends every phone away, spread over `spreadMs`, and waits for the closing handshakes. */
  drain(spreadMs: number, timeoutMs: number): Promise<void>;
}

export type SessionsOptions = Omit<
  SessionOptions,
  'socket' | 'userId' | 'deviceId' | 'connectionId' | 'from' | 'onClosed'
>;

const meter = metrics.getMeter('@mealwire/gateway');

/**
 * The sockets that this process holds. Not a registry: nobody asks it where a user is. It exists to
 * count them and to send them away at the end.
 */
export function createSessions(options: SessionsOptions): Sessions {
  const { codec, logger } = options;
  const open = new Set<Session>();
  let draining = false;
  meter
    .createObservableGauge('mealwire.gateway.connections', { description: 'Open WebSockets.' })
    .addCallback((result) => result.observe(open.size));
  return {
    open: (socket, { userId, deviceId, cursor }) => {
      const from = cursor === undefined ? undefined : codec.decode(userId, cursor);
      const session = openSession({
        ...options,
        socket,
        userId,
        deviceId,
        from,
        connectionId: randomUUID(),
        onClosed: () => {
          open.delete(session);
          logger.info(`Active connections: ${open.size}`);
        },
      });
      open.add(session);
      logger.info({ connection_id: session.connectionId }, `User ${userId} connected`);
      logger.info(`Active connections: ${open.size}`);
    },
    isDraining: () => draining,
    drain: async (spreadMs, timeoutMs) => {
      draining = true;
      for (const session of open) session.restart(Math.round(Math.random() * spreadMs));
      const deadline = Date.now() + timeoutMs;
      while (open.size > 0 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      for (const session of open) session.terminate();
    },
  };
}
