import {
  createEventLog,
  decodeEvent,
  type EventLog,
  type EventMessage,
  MEAL_LOG,
} from '@mealwire/bus';
import {
  eventually,
  mealHistory,
  publishMealEvents,
  silentLogger,
  startTestNats,
  startTestPostgres,
  type TestNats,
  type TestPostgres,
} from '@mealwire/testkit';
import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../database/connection.js';
import { toRow } from '../database/meal-log-rows.js';
import { mealLogs } from '../database/schema.js';
import type { DatabaseSession, Transaction } from '../database/session.js';
import { evolve } from '../meal-log/domain/evolve.js';
import type { MealLog } from '../meal-log/domain/meal-log.js';
import { rebuild } from '../rebuild/rebuild.js';
import { isProjectable } from './domain/storable.js';
import { createProjector } from './projector.js';

/**
 * A projector that dies between any two of its awaits, over and over, while its consumer delivers in
 * any order and again: the rows are those of the events, byte for byte, and those of a rebuild.
 */

const SECONDS = 20;

let postgres: TestPostgres;
let nats: TestNats;
let database: Database;
let jsm: JetStreamManager;
let log: EventLog;

beforeAll(async () => {
  postgres = await startTestPostgres();
  nats = await startTestNats();
  database = createDatabase(await postgres.database('crashes'));
  await database.migrate();
  jsm = await jetstreamManager((await nats.connect('admin')).nc);
  log = createEventLog(jsm);
});

afterAll(async () => {
  await database?.close();
  await nats?.stop();
  await postgres?.stop();
});

class Crash extends Error {}

/** Throws at the next of these steps that is reached, counted from the crash before. */
function crashPlan(steps: readonly number[]) {
  const left = [...steps];
  let count = 0;
  return {
    step: (): void => {
      if (left.length === 0 || count++ < (left[0] ?? 0)) return;
      left.shift();
      count = 0;
      throw new Crash();
    },
  };
}

type Step = () => void;

/** A session with a step before and after whatever it does. */
function crashing(session: DatabaseSession, step: Step): DatabaseSession {
  const steppingTx = (tx: Transaction): Transaction =>
    new Proxy(tx, {
      get: (target, property) => {
        step();
        const value: unknown = Reflect.get(target, property);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return {
    ...session,
    transaction: async (work, timeoutMs) => {
      step();
      const result = await session.transaction(async (tx) => {
        const inner = await work(steppingTx(tx));
        step();
        return inner;
      }, timeoutMs);
      // Committed, and the projector does not know.
      step();
      return result;
    },
  };
}

function crashingLog(step: Step): EventLog {
  return {
    ...log,
    state: () => {
      step();
      return log.state();
    },
    read: async function* (from, to) {
      for await (const page of log.read(from, to)) {
        step();
        yield page;
      }
    },
  };
}

async function emptyStores(): Promise<void> {
  const { config } = await jsm.streams.info(MEAL_LOG);
  await jsm.streams.delete(MEAL_LOG);
  await jsm.streams.add(config);
  await database.db.execute(sql`truncate meal_logs, meal_log_events, projection_checkpoints`);
}

/** What a consumer may deliver: any batch, again, out of order. */
async function deliver(batches: readonly (readonly EventMessage[])[], step: Step): Promise<void> {
  let at = 0;
  for (;;) {
    const session = await eventually(() => database.openSession({ name: 'crashing projector' }));
    try {
      const projector = createProjector({
        session: crashing(session, step),
        log: crashingLog(step),
        signal: session.ended,
        logger: silentLogger,
      });
      expect(await projector.begin()).toBeUndefined();
      for (; at < batches.length; at += 1) await projector.take(batches[at] ?? []);
      return await projector.catchUp();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    } finally {
      await session.close();
    }
  }
}

async function everything(): Promise<EventMessage[]> {
  const messages: EventMessage[] = [];
  const { lastSequence } = await log.state();
  for await (const page of log.read(1, lastSequence)) messages.push(...page);
  return messages;
}

function expectedRows(messages: readonly EventMessage[]): string[] {
  const states = new Map<string, MealLog>();
  for (const event of messages.map(decodeEvent)) {
    if (!isProjectable(event)) continue;
    const key = JSON.stringify([event.metadata.userId, event.metadata.mealLogId]);
    const next = evolve(states.get(key), event);
    if (next !== undefined) states.set(key, next);
  }
  return [...states.values()].map((state) => JSON.stringify(inOrder(toRow(state)))).sort();
}

/** `jsonb` does not keep the order of keys. */
function inOrder(value: unknown): unknown {
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
}

const scenario = fc.record({
  seed: fc.integer({ min: 1, max: 2_147_483_646 }),
  meals: fc.integer({ min: 1, max: 25 }),
  /** Where batches begin and how far; in any order. */
  batches: fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 30 })), { maxLength: 12 }),
  crashes: fc.array(fc.nat(40), { maxLength: 12 }),
});

test('any history, any crashes: rows are those of the events and of a rebuild', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ({ seed, meals, batches, crashes }) => {
      await emptyStores();
      let state = seed;
      const random = (): number => {
        state = (state * 48_271) % 2_147_483_647;
        return state / 2_147_483_647;
      };
      const js = jetstream((await nats.connect('admin')).nc);
      await publishMealEvents(js, mealHistory(random, meals));
      const messages = await everything();
      const delivered = batches.map(([from, count]) => {
        const start = Math.floor((from / 100) * messages.length);
        return messages.slice(start, start + count);
      });
      const plan = crashPlan(crashes);
      await deliver(delivered, plan.step);

      const rows = await database.db.select().from(mealLogs);
      const found = rows.map((row) => JSON.stringify(inOrder(row))).sort();
      expect(found).toEqual(expectedRows(messages));
      const report = await rebuild({
        ...{ database, log, mode: 'compare', replaceArchive: 'no', onProgress: () => undefined },
      });
      expect(report.rows).toMatchObject({ missing: 0, extra: 0, different: 0 });
      expect(report.archive).toMatchObject({ missing: 0, extra: 0, different: 0 });
      runs += 1;
    }),
    { numRuns: 10_000, interruptAfterTimeLimit: SECONDS * 1_000, markInterruptAsFailure: false },
  );
  expect(runs).toBeGreaterThan(5);
  process.stdout.write(`${runs} histories\n`);
}, 60_000);
