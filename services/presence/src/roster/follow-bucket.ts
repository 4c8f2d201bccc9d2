import type { Bus } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import { PRESENCE_STREAM } from '../store/keys.js';
import { type BucketReader, readBucket } from './bucket-reader.js';
import { createGrace } from './grace.js';
import { createPosition, type Position } from './position.js';
import type { Roster, RosterEntry, Transition } from './roster.js';
import { toRosterEntry } from './roster-entry.js';

export interface BucketFollowerOptions {
  readonly bus: Bus;
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  /** Of this service's reply subjects. */
  readonly inboxPrefix: string;
  readonly roster: Roster;
  /** After the roster took the entry. */
  readonly onEntry: (entry: RosterEntry, transition: Transition) => void;
  /** The roster is complete, after a start or an interruption. */
  readonly onCaughtUp: () => void;
  readonly logger: Logger;
}

export interface BucketFollower {
  /** TTL of a connection; infinite until the bucket was reached for the first time. */
  ttlMs(): number;
  readonly reached: Position['reached'];
  stop(): Promise<void>;
}

const RETRY_MS = 500;
const NS_PER_MS = 1_000_000;

/**
 * Keeps the roster equal to the bucket `presence`, whatever NATS does meanwhile: after every
 * interruption the bucket is read again from the beginning.
 */
export function followBucket(options: BucketFollowerOptions): BucketFollower {
  const { bus, logger } = options;
  let stopping = false;
  let interrupt = (): void => undefined;
  const opener = createOpener(options);

  async function follow(): Promise<void> {
    const interrupted = new Promise<void>((resolve) => {
      interrupt = resolve;
    });
    const reader = await opener.open();
    await Promise.race([reader.ended, interrupted]);
    await reader.stop();
  }

  async function run(): Promise<void> {
    let failing = false;
    while (!stopping) {
      try {
        await follow();
        failing = false;
      } catch (error) {
        if (!failing) logger.warn({ err: error }, 'the bucket presence cannot be followed');
        failing = true;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  void onReconnect(bus, () => interrupt());
  const running = run();
  return {
    ttlMs: opener.ttlMs,
    reached: opener.reached,
    stop: async () => {
      stopping = true;
      opener.stop();
      interrupt();
      await running;
    },
  };
}

/**
 * Opens the bucket and feeds the roster from it. The bucket is in memory: when a single server
 * restarts it vanishes and is provisioned anew, while the phones are still connected. What the
 * roster knew is then kept until the TTL has passed, for the phones to ping again.
 */
function createOpener(options: BucketFollowerOptions) {
  const { jsm, roster, logger } = options;
  const position = createPosition();
  const grace = createGrace();
  let ttlMs = Number.POSITIVE_INFINITY;

  const take = (entry: RosterEntry): void => {
    options.onEntry(entry, roster.apply(entry));
    position.advance(entry.revision);
  };
  const dropMissing = (reading: number): void => {
    for (const { userId, connectionId } of roster.missingSince(reading)) {
      const gone = { operation: 'removed', revision: 0, writer: undefined } as const;
      take({ userId, connectionId, timeMs: Date.now(), ...gone });
    }
  };

  async function open(): Promise<BucketReader> {
    const reading = roster.startReading();
    const { config, created } = await jsm.streams.info(PRESENCE_STREAM);
    ttlMs = config.max_age / NS_PER_MS;
    grace.opened(created, ttlMs, () => dropMissing(reading));
    position.reset();
    return readBucket({
      ...options,
      onMessage: (message) => {
        const entry = toRosterEntry(message);
        if (entry !== undefined) return take(entry);
        logger.warn({ revision: message.seq }, 'a key of the bucket presence is malformed');
        position.advance(message.seq);
      },
      onCaughtUp: () => {
        if (!grace.isRunning()) dropMissing(reading);
        roster.finishReading();
        options.onCaughtUp();
      },
    });
  }

  return { open, ttlMs: () => ttlMs, reached: position.reached, stop: grace.stop };
}

async function onReconnect({ nc }: Bus, action: () => void): Promise<void> {
  for await (const status of nc.status()) if (status.type === 'reconnect') action();
}
