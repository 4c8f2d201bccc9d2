import { setTimeout as sleep } from 'node:timers/promises';
import { type Bus, FEED, readBatch } from '@mealwire/bus';
import { CE_ID, CE_SUBJECT, CE_TYPE, userOfSubject } from '@mealwire/contracts';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import type { History } from './history.js';

export interface FeedLog {
  /** Reads the rest. @throws Error when NATS does not answer. */
  finish(): Promise<void>;
  stop(): Promise<void>;
}

const BATCH = 500;
const EVERY_MS = 2_000;

/**
 * Writes stream FEED into the history while it grows: a feed keeps only its last thousand events,
 * and a long run has more.
 */
export async function startFeedLog({ nc }: Bus, history: History): Promise<FeedLog> {
  const jsm = await jetstreamManager(nc, { checkAPI: false });
  let next = 1;
  let stopped = false;

  async function readOn(): Promise<void> {
    for (;;) {
      const end = await readFrom(jsm, next, history);
      if (end === next) return;
      next = end;
    }
  }

  const following = (async () => {
    while (!stopped) {
      // While NATS is away there is nothing to read; what is stored meanwhile comes later.
      await readOn().catch(() => undefined);
      await sleep(EVERY_MS);
    }
  })();
  const stop = async (): Promise<void> => {
    stopped = true;
    await following;
  };
  return {
    finish: async () => {
      await stop();
      await readOn();
    },
    stop,
  };
}

/** @returns the sequence to read on from. */
async function readFrom(jsm: JetStreamManager, from: number, history: History): Promise<number> {
  let next = from;
  for (const { seq, subject, header } of await readBatch(jsm, FEED, { seq: from, batch: BATCH })) {
    history.record({
      kind: 'feed',
      user: userOfSubject(subject),
      sequence: seq,
      event: header.get(CE_ID),
      meal: header.get(CE_SUBJECT),
      type: header.get(CE_TYPE),
    });
    next = seq + 1;
  }
  return next;
}
