import { connectBus } from '@mealwire/bus';
import type { Stack } from '@mealwire/stack';
import {
  eventually,
  mealEvent,
  publishMealEvents,
  silentLogger,
  startTestStack,
} from '@mealwire/testkit';
import { jetstream } from '@nats-io/jetstream';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Two ingest processes, one of which writes the read model: it is killed, and it is stopped. */

const PROCESSES = ['ingest-1', 'ingest-2'];
/** The session of a stopped process is ended after 5 s, the other one asks every second, then works. */
const TAKE_OVER_MS = 30_000;

let stack: Stack;
let sql: postgres.Sql;
let next = 0;

beforeAll(async () => {
  stack = await startTestStack({ instances: { ingest: 2 } });
  sql = postgres(stack.info().postgres.url, { max: 1 });
});

afterAll(async () => {
  await sql?.end();
  await stack?.stop();
});

/** Straight into the stream: half of the stack may be standing still. */
async function publish(meals: number): Promise<number> {
  const { url, passwords } = stack.info().nats;
  const login = { url, user: 'admin', password: passwords['admin'] };
  const bus = await connectBus({ ...login, name: 'test', logger: silentLogger });
  const events = Array.from({ length: meals }, () => {
    next += 1;
    return mealEvent('meal_log.created', `meal-${next}`, { data: { text: 'an apple' } });
  });
  const last = await publishMealEvents(jetstream(bus.nc), events);
  await bus.close();
  return last;
}

const projected = (sequence: number, timeoutMs: number): Promise<void> =>
  eventually(
    async () => {
      const [row] = await sql`select sequence from projection_checkpoints`;
      expect(Number(row?.['sequence'])).toBeGreaterThanOrEqual(sequence);
    },
    { timeoutMs },
  );

async function gauge(name: string, metric: string): Promise<number> {
  const { url } = stack.info().processes.find((p) => p.name === name) ?? { url: '' };
  const options = { signal: AbortSignal.timeout(1_000) };
  const text = await (await fetch(new URL('/metrics', url), options)).text();
  return Number(new RegExp(`^${metric}(?:\\{.*\\})? (\\S+)`, 'm').exec(text)?.[1]);
}

function activeOne(among: readonly string[] = PROCESSES): Promise<string> {
  return eventually(
    async () => {
      const states = await Promise.all(
        among.map((name) => gauge(name, 'mealwire_projection_active')),
      );
      expect(states.filter((state) => state === 1)).toHaveLength(1);
      return among[states.indexOf(1)] as string;
    },
    { timeoutMs: 20_000 },
  );
}

test('one is active, and its lag goes to nothing', async () => {
  const active = await activeOne();
  await projected(await publish(50), TAKE_OVER_MS);
  await eventually(async () => expect(await gauge(active, 'mealwire_projection_lag')).toBe(0));
});

test('the active one is killed: the other takes over within seconds', async () => {
  const active = await activeOne();
  process.kill(stack.process(active).pid() as number, 'SIGKILL');
  await projected(await publish(50), TAKE_OVER_MS);
  await eventually(() => expect(stack.process(active).status()).toBe('ready'), {
    timeoutMs: 20_000,
  });
});

test('the active one is stopped: the other takes over; woken up, it changes nothing', async () => {
  const active = await activeOne();
  const pid = stack.process(active).pid() as number;
  // Stopped in the middle of its work.
  const first = await publish(2_000);
  process.kill(pid, 'SIGSTOP');
  try {
    await projected(Math.max(first, await publish(500)), TAKE_OVER_MS);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  expect(await activeOne()).not.toBe(active);
  await projected(await publish(50), TAKE_OVER_MS);
  const [rows] = await sql`select count(*)::int as count from meal_logs`;
  const [archived] = await sql`
    select count(*)::int as count, count(distinct sequence)::int as sequences
    from meal_log_events where type = 'meal_log.created'`;
  expect(rows?.['count']).toBe(next);
  expect(archived).toMatchObject({ count: next, sequences: next });
});
