import { setTimeout as sleep } from 'node:timers/promises';
import { create } from '@bufbuild/protobuf';
import {
  CE_ID,
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  type MealLogEvent,
  MealLogFailedSchema,
} from '@mealwire/contracts';
import { eventually, silentLogger, type TestServers } from '@mealwire/testkit';
import {
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  type StoredMsg,
} from '@nats-io/jetstream';
import { expect } from 'vitest';
import { decodeEvent } from '../event-codec.js';
import { ConcurrencyError, createEventStore, type EventStore } from '../event-store.js';
import { startSourceWatch } from '../source-watch.js';
import { messageOf } from '../stored-messages.js';
import { FEED, MEAL_LOG } from '../topology.js';

/** Writers of meals, each with two workers that disagree about them, and what must be left of it. */

const WRITERS = 4;
const RETRY_MS = 50;
const TRIES = 400;
const MIN_MEALS = 10;
/** What FEED's declaration says. */
const FEED_KEEPS = 1_000;
/** Elections of both streams, and a source that rests after them until it is started again. */
const SOURCING_MS = 120_000;
/** A client on a server that is cut off asks an old replica until the cluster is whole. */
const REPLICA_MS = 90_000;

export async function storeOf(cluster: TestServers, user: 'ingest' | 'ai'): Promise<EventStore> {
  const bus = await cluster.connect(user);
  const manager = await jetstreamManager(bus.nc, { checkAPI: false });
  return createEventStore(jetstream(bus.nc), manager);
}

const metadata = (kind: string, userId: string, mealLogId: string) => ({
  id: `${kind}-${userId}-${mealLogId}`,
  source: 'test',
  time: '2026-01-02T03:04:05.678Z',
  userId,
  mealLogId,
});

export function created(userId: string, mealLogId: string): MealLogEvent {
  return {
    type: 'meal_log.created',
    data: create(MealLogCreatedSchema, { userId, mealLogId, text: 'toast' }),
    metadata: metadata('created', userId, mealLogId),
  };
}

/** Two workers that disagree: which of them wins does not matter, both must not. */
export function outcome(userId: string, mealLogId: string, isGood: boolean): MealLogEvent {
  return isGood
    ? {
        type: 'meal_log.completed',
        data: create(MealLogCompletedSchema, { userId, mealLogId }),
        metadata: metadata('good', userId, mealLogId),
      }
    : {
        type: 'meal_log.failed',
        data: create(MealLogFailedSchema, { userId, mealLogId, reason: 'analysis_error' }),
        metadata: metadata('bad', userId, mealLogId),
      };
}

/** As a phone or a worker would: again, until it is known what became of it. */
export async function appendUntilKnown(
  store: EventStore,
  event: MealLogEvent,
  expectedVersion: number,
): Promise<'stored' | 'refused'> {
  for (let attempt = 1; ; attempt++) {
    try {
      await store.append(event, expectedVersion);
      return 'stored';
    } catch (error) {
      if (error instanceof ConcurrencyError) return 'refused';
      if (attempt === TRIES) throw error;
      await sleep(RETRY_MS);
    }
  }
}

export async function versionOf(
  store: EventStore,
  userId: string,
  mealLogId: string,
): Promise<number> {
  return eventually(
    async () => {
      const last = (await store.lastEvents(userId, mealLogId)).at(-1);
      if (last === undefined) throw new Error('this replica does not have it yet');
      return last.sequence;
    },
    { timeoutMs: REPLICA_MS },
  );
}

/** One meal after the other. @returns their ids. */
async function writeMeals(
  cluster: TestServers,
  userId: string,
  isOver: () => boolean,
): Promise<readonly string[]> {
  const ingest = await storeOf(cluster, 'ingest');
  const ai = await storeOf(cluster, 'ai');
  const written: string[] = [];
  while (!isOver() || written.length < MIN_MEALS) {
    const mealLogId = `m${written.length}`;
    await appendUntilKnown(ingest, created(userId, mealLogId), 0);
    const version = await versionOf(ai, userId, mealLogId);
    await Promise.all(
      [true, false].map((isGood) =>
        appendUntilKnown(ai, outcome(userId, mealLogId, isGood), version),
      ),
    );
    written.push(mealLogId);
  }
  return written;
}

/**
 * Meals are written while the cluster is disturbed. Afterwards everything that was acknowledged is
 * there, once, with one outcome of each meal, in the feed too.
 */
export async function expectKeptWhile(
  cluster: TestServers,
  disturb: () => Promise<void>,
): Promise<void> {
  // As in every ingest: without it FEED may rest for 40 s after each leader that was killed.
  const watch = await startSourceWatch({
    bus: await cluster.connect('ingest'),
    onRestart: () => undefined,
    logger: silentLogger,
  });
  try {
    await runAndCompare(cluster, disturb);
  } finally {
    await watch.stop();
  }
}

async function runAndCompare(cluster: TestServers, disturb: () => Promise<void>): Promise<void> {
  let isOver = false;
  const users = Array.from({ length: WRITERS }, (_, n) => `user${n}`);
  const [meals] = await Promise.all([
    Promise.all(users.map((user) => writeMeals(cluster, user, () => isOver))),
    disturb().finally(() => {
      isOver = true;
    }),
  ]);
  const { nc } = await cluster.connect('admin');
  const admin = await jetstreamManager(nc, { checkAPI: false });
  await Promise.all(
    users.map((user, n) =>
      eventually(() => expectKept(admin, user, meals[n] ?? []), { timeoutMs: SOURCING_MS }),
    ),
  );
}

async function expectKept(
  admin: JetStreamManager,
  user: string,
  meals: readonly string[],
): Promise<void> {
  const stored = (await everyMessage(admin, MEAL_LOG, `meal_log.*.${user}.*`)).map((message) =>
    decodeEvent(messageOf(message)),
  );
  const submissions = stored.filter(({ type }) => type === 'meal_log.created');
  const outcomes = stored.filter(({ type }) => type !== 'meal_log.created');
  expect(notOnce(submissions, meals)).toEqual([]);
  expect(notOnce(outcomes, meals)).toEqual([]);
  const feed = await everyMessage(admin, FEED, `feed.${user}`);
  expect(feed.map(({ header }) => header.get(CE_ID))).toEqual(
    outcomes.slice(-FEED_KEEPS).map(({ metadata }) => metadata.id),
  );
}

/** Few words for a failure among hundreds of meals: which of them, and what there is instead. */
function notOnce(events: readonly MealLogEvent[], meals: readonly string[]): readonly string[] {
  const found = new Map<string, string[]>(meals.map((id) => [id, []]));
  for (const { metadata } of events) {
    found.set(metadata.mealLogId, [...(found.get(metadata.mealLogId) ?? []), metadata.id]);
  }
  return [...found].flatMap(([id, ids]) =>
    ids.length === 1 ? [] : [`${id}: ${ids.join(' and ') || 'none'}`],
  );
}

/** As the leader has them: another replica may be behind. */
async function everyMessage(admin: JetStreamManager, stream: string, subject: string) {
  const found: StoredMsg[] = [];
  for (let seq = 1; ; ) {
    // nats.js 3.3 does not declare it together with a sequence.
    const query = { seq, next_by_subj: subject };
    const message = await admin.streams.getMessage(stream, query);
    if (message === null) return found;
    found.push(message);
    seq = message.seq + 1;
  }
}
