import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AI_CONSUMER, type Bus, createEventStore, MEAL_LOG } from '@mealwire/bus';
import { type Stack, stackFile } from '@mealwire/stack';
import {
  type AppPhone,
  connectToStack,
  eventually,
  openAppPhone,
  startTestStack,
  whileAnalysisIsHeld,
} from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** No meal stays open, and what was given up is there for an operator: on everything real. */

/** The last test starts a whole stack. */
vi.setConfig({ testTimeout: 180_000 });

const root = join(import.meta.dirname, '..');

let stack: Stack;
let phone: AppPhone;
let admin: Bus;

beforeAll(async () => {
  stack = await startTestStack({ instances: { ingest: 2 }, env: { MEAL_DEADLINE_MS: '6000' } });
  const { origin } = stack.info();
  phone = await openAppPhone({ origin, user: 'alice' });
  admin = await connectToStack(stack);
});

afterAll(async () => {
  phone?.close();
  await admin?.close();
  await stack?.stop();
});

/** As an operator runs it. */
async function dlq(...argv: readonly string[]): Promise<unknown> {
  return dlqOf(stack, ...argv);
}

async function dlqOf({ info }: Stack, ...argv: readonly string[]): Promise<unknown> {
  const file = stackFile(info().dataDir);
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '-s', 'mealctl', '--', '--stack', file, '--json', 'dlq', ...argv],
    { cwd: root },
  );
  return JSON.parse(stdout);
}

/** Of all ingest processes. */
async function figureOf(name: string): Promise<readonly number[]> {
  const processes = stack.info().processes.filter(({ service }) => service === 'ingest');
  const texts = await Promise.all(
    processes.map(async ({ url }) => (await fetch(new URL('/metrics', url))).text()),
  );
  return texts.flatMap((text) =>
    text.split('\n').flatMap((line) => (line.startsWith(name) ? Number(line.split(' ')[1]) : [])),
  );
}

test('a meal that no ai takes up ends as failed, and stays so when ai goes on', async () => {
  await whileAnalysisIsHeld(stack, async () => {
    const { status } = await phone.api.submit({ text: 'an apple', client_id: 'waiting' });
    expect(status).toBe(201);
    expect(await phone.outcome('waiting', 25_000)).toMatchObject({
      type: 'meal_log.failed',
      data: { reason: 'analysis_timeout' },
    });
  });
  const consumer = await jetstream(admin.nc).consumers.get(MEAL_LOG, AI_CONSUMER);
  await eventually(
    async () => {
      const { num_pending, num_ack_pending } = await consumer.info();
      expect({ num_pending, num_ack_pending }).toEqual({ num_pending: 0, num_ack_pending: 0 });
    },
    { timeoutMs: 30_000 },
  );
  const store = createEventStore(jetstream(admin.nc), await jetstreamManager(admin.nc));
  const types = (await store.lastEvents('alice', 'waiting')).map(({ type }) => type);
  expect(types.filter((type) => type !== 'meal_log.delivered')).toEqual([
    'meal_log.created',
    'meal_log.failed',
  ]);
  expect(phone.outcomesOf('waiting')).toHaveLength(1);
  expect(await figureOf('mealwire_meals_given_up_total{cause="deadline"')).toEqual([1]);

  await phone.api.submit({ text: 'an apple', client_id: 'next' });
  expect(await phone.outcome('next')).toMatchObject({ type: 'meal_log.completed' });
});

test('a message that is no event holds nobody up, and is listed', async () => {
  await jetstream(admin.nc).publish('meal_log.created.alice.broken', 'two eggs');
  await phone.api.submit({ text: 'a pear', client_id: 'after' });
  expect(await phone.outcome('after')).toMatchObject({ type: 'meal_log.completed' });
  const letters = await eventually(async () => {
    const all = await dlq('list');
    expect(all).toHaveLength(1);
    return all;
  });
  expect(letters).toMatchObject([
    { id: 1, consumer: 'ai', meal_log_id: 'broken', cause: expect.stringMatching(/does not fit/) },
  ]);
  expect(JSON.stringify(letters)).not.toContain('eggs');
  await eventually(async () => expect(await figureOf('mealwire_dead_letters')).toEqual([1, 1]));
  expect(await dlq('drop', '--all')).toEqual({ dropped: [1] });
  expect(await dlq('list')).toEqual([]);
});

test('an analysis that fails at every attempt ends the meal, and its cause is kept', async () => {
  const slow = await startTestStack({
    env: { AI_ARTIFICIAL_DELAY_MS: '5000', AI_DEADLINE_MS: '100', AI_MAX_ATTEMPTS: '2' },
  });
  const other = await openAppPhone({ origin: slow.info().origin, user: 'bob' });
  try {
    await other.api.submit({ text: 'an apple', client_id: 'slow' });
    expect(await other.outcome('slow')).toMatchObject({
      type: 'meal_log.failed',
      data: { reason: 'analysis_timeout' },
    });
    await eventually(async () =>
      expect(await dlqOf(slow, 'list')).toMatchObject([
        { consumer: 'ai', meal_log_id: 'slow', deliveries: 2, cause: 'analysis_timeout' },
      ]),
    );
    expect(await dlqOf(slow, 'retry', '1')).toMatchObject([{ kind: 'retried', mealLogId: 'slow' }]);
    const { body } = await other.api.get('/api/v1/meal-logs/slow/history');
    const types = (body['items'] as { type: string }[]).map(({ type }) => type);
    expect(types).toContain('meal_log.retried');
  } finally {
    other.close();
    await slow.stop();
  }
});
