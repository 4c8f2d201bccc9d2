import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { createEventLog, MEAL_LOG, PROJECTION_CONSUMER } from '@mealwire/bus';
import type { MealLogEvent } from '@mealwire/contracts';
import { repositoryDir } from '@mealwire/stack';
import {
  eventually,
  mealEvent,
  publishMealEvents,
  silentLogger,
  startTestNats,
  startTestPostgres,
  type TestNats,
  type TestPostgres,
} from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCheckpoint } from '../services/ingest/src/database/checkpoint.js';
import { createDatabase } from '../services/ingest/src/database/connection.js';
import { startProjection } from '../services/ingest/src/projection/projection.js';
import { report } from './support/report.js';

/** How long does a rebuild take, and does its memory grow with the number of events? */

const MEALS = [10_000, 100_000];
/** created, completed, delivered */
const EVENTS_PER_MEAL = 3;

let postgres: TestPostgres;
let nats: TestNats;

beforeAll(async () => {
  postgres = await startTestPostgres();
  nats = await startTestNats();
});

afterAll(async () => {
  await nats?.stop();
  await postgres?.stop();
});

const ITEM = {
  raw_text: 'two eggs',
  name: 'Egg, whole, boiled',
  food_id: 'egg',
  quantity: 2,
  unit: 'piece',
  grams: 100,
  calories: 155,
  protein_g: 12.6,
  fat_g: 10.6,
  carbs_g: 1.1,
};

function* mealEvents(from: number, to: number): Iterable<MealLogEvent> {
  for (let n = from; n < to; n += 1) {
    const userId = `u${n % 5_000}`;
    const about = (data: Record<string, unknown>) => ({ userId, data });
    yield mealEvent('meal_log.created', `m${n}`, about({ text: 'two eggs and toast' }));
    const items = [ITEM, ITEM];
    yield mealEvent('meal_log.completed', `m${n}`, about({ items, analyzer: 'embedded' }));
    yield mealEvent('meal_log.delivered', `m${n}`, about({ channel: 'websocket' }));
  }
}

interface Ran {
  readonly seconds: number;
  readonly events: number;
  readonly peakRssMb: number;
}

/** The compiled command, in a process of its own: its peak is its own. */
async function mealctl(database: string, ...args: readonly string[]): Promise<Ran> {
  const entry = join(repositoryDir, 'services/ingest/dist/mealctl/main.js');
  const measured = `process.on('exit', () => process.stderr.write('rss ' + process.resourceUsage().maxRSS + '\\n'));
    process.argv.splice(1, 0, ${JSON.stringify(entry)}); await import(${JSON.stringify(entry)});`;
  const env = { PATH: process.env['PATH'], ...nats.env('admin'), DATABASE_URL: database };
  const startedAt = performance.now();
  const [stdout, stderr] = await new Promise<[string, string]>((resolve, reject) => {
    const node = ['--input-type=module', '-e', measured, '--', '--json', ...args];
    execFile('node', node, { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      if (error) reject(new Error(`${error.message} ${err}`));
      else resolve([out, err]);
    });
  });
  const rssKb = Number(/rss (\d+)/.exec(stderr)?.[1]);
  return {
    seconds: (performance.now() - startedAt) / 1000,
    events: (JSON.parse(stdout) as { events: number }).events,
    peakRssMb: rssKb / 1024,
  };
}

test(
  'rebuilding',
  async () => {
    const rows: string[][] = [];
    const url = await postgres.database('bench');
    const database = createDatabase(url);
    const js = jetstream((await nats.connect('admin')).nc);
    const jsm = await jetstreamManager((await nats.connect('ingest')).nc, { checkAPI: false });
    let written = 0;
    for (const meals of MEALS) {
      const last = await publishMealEvents(js, mealEvents(written, meals));
      const startedAt = performance.now();
      const projection = await startProjection({
        database,
        log: createEventLog(jsm),
        consumer: () => jsm.jetstream().consumers.get(MEAL_LOG, PROJECTION_CONSUMER),
        logger: silentLogger,
      });
      await eventually(
        async () => expect((await readCheckpoint(database.db)).sequence).toBe(last),
        { timeoutMs: 10 * 60_000 },
      );
      const projected = (performance.now() - startedAt) / 1000;
      const added = (meals - written) * EVENTS_PER_MEAL;
      rows.push([
        String(meals),
        'projector catches up',
        String(added),
        ...figures(added, projected),
      ]);
      await projection.stop();
      written = meals;
      for (const command of ['verify', 'rebuild']) {
        const { seconds, events, peakRssMb } = await mealctl(url, command);
        const figure = [...figures(events, seconds).slice(0, 2), peakRssMb.toFixed(0)];
        rows.push([String(meals), command, String(events), ...figure]);
      }
    }
    await database.close();
    const columns = ['meals', 'what', 'events', 's', 'events/s', 'peak RSS, MB'];
    report('Rebuild', columns, rows);
  },
  30 * 60_000,
);

function figures(events: number, seconds: number): string[] {
  return [seconds.toFixed(1), (events / seconds).toFixed(0), ''];
}
