import { randomUUID } from 'node:crypto';
import { CLOSE } from '@mealwire/contracts';
import { metrics } from '@opentelemetry/api';
import { evictions } from '../limits/device-slots.js';
import { type Device, openSession, type Session, type SessionDependencies } from './session.js';
import type { Transport } from './transport.js';

export interface Sessions {
  open(device: Device, transport: Transport): Session;
  isDraining(): boolean;
  /** Ends those of users who were forgotten: the phones do not come back. */
  endForgotten(): void;
  /** Ends them all; the phones come back and start anew. */
  restartAll(spreadMs: number): void;
  /** Sends every phone away, spread over `spreadMs`, and waits until they have gone. */
  drain(spreadMs: number, timeoutMs: number): Promise<void>;
}

export interface SessionsOptions extends SessionDependencies {
  /** More connections of one user on this gateway push out the oldest. */
  readonly maxPerUser: number;
  /** Whether the user was forgotten after this moment. */
  readonly isForgotten: (userId: string, sinceMs: number) => boolean;
}

const DRAIN_POLL_MS = 20;

/**
 * The connections that this process holds. Not a registry: nobody asks it where a user is. It exists
 * to count them, to keep a user within limits, and to send all away at the end.
 */
export function createSessions(options: SessionsOptions): Sessions {
  const { logger, maxPerUser } = options;
  const byUser = new Map<string, Set<Session>>();
  let active = 0;
  let draining = false;
  metrics
    .getMeter('@mealwire/gateway')
    .createObservableGauge('mealwire.gateway.connections', { description: 'Open connections.' })
    .addCallback((result) => result.observe(active));

  function add(session: Session): void {
    const present = byUser.get(session.userId) ?? new Set<Session>();
    present.add(session);
    byUser.set(session.userId, present);
    active += 1;
    logger.info({ connection_id: session.connectionId }, `User ${session.userId} connected`);
    logger.info(`Active connections: ${active}`);
  }

  function remove(session: Session): void {
    const present = byUser.get(session.userId);
    if (present?.delete(session) !== true) return;
    if (present.size === 0) byUser.delete(session.userId);
    active -= 1;
    logger.info(`Active connections: ${active}`);
  }

  function endIfForgotten(session: Session): void {
    if (options.isForgotten(session.userId, session.issuedAtMs)) session.close(CLOSE.erased);
  }

  function* all(): Iterable<Session> {
    for (const sessions of byUser.values()) yield* sessions;
  }

  function restartAll(spreadMs: number): void {
    for (const session of [...all()]) session.restart(Math.round(Math.random() * spreadMs));
  }

  return {
    open: (device, transport) => {
      const present = [...(byUser.get(device.userId) ?? [])];
      for (const { occupant, reason } of evictions(present, device, maxPerUser)) {
        occupant.close(reason);
        // Its place is free now, however long it takes to say goodbye.
        remove(occupant);
      }
      const session = openSession(device, randomUUID(), transport, options, () => remove(session));
      add(session);
      // Between the look at its token and this moment it may have happened.
      endIfForgotten(session);
      return session;
    },
    isDraining: () => draining,
    endForgotten: () => {
      for (const session of [...all()]) endIfForgotten(session);
    },
    restartAll,
    drain: async (spreadMs, timeoutMs) => {
      draining = true;
      restartAll(spreadMs);
      const deadline = Date.now() + timeoutMs;
      while (active > 0 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, DRAIN_POLL_MS));
      }
      for (const session of [...all()]) session.terminate();
    },
  };
}
