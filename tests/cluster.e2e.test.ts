import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { repositoryDir, type Stack } from '@mealwire/stack';
import {
  disturbLeaders,
  eventually,
  openAppPhone,
  startTestCluster,
  startTestStack,
  type TestServers,
} from '@mealwire/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The whole system on three NATS servers with three replicas of everything. */

const MEALCTL = join(repositoryDir, 'services/ingest/dist/mealctl/main.js');
const PHONES = 3;
const DISTURBANCES = 4;
const PAUSE_MS = 150;
const MIN_MEALS = 6;
/** Elections take seconds, and so does ingest until it starts a source again that rests. */
const SOURCING_MS = 60_000;

let cluster: TestServers;
let stack: Stack;

beforeAll(async () => {
  cluster = await startTestCluster();
  stack = await startTestStack({ natsUrl: cluster.adminUrl, natsReplicas: 3 });
});

afterAll(async () => {
  await stack?.stop();
  await cluster?.stop();
});

/** Submits until told to stop, some meals at least, each meal under its id until it is stored. */
async function submitMeals(user: string, isOver: () => boolean) {
  const phone = await openAppPhone({ origin: stack.info().origin, user });
  const ids: string[] = [];
  while (!isOver() || ids.length < MIN_MEALS) {
    const id = randomUUID();
    await eventually(
      async () => {
        const { status } = await phone.api.submit({ text: 'an apple', client_id: id });
        expect(status).toBe(201);
      },
      { timeoutMs: 60_000 },
    );
    ids.push(id);
    await sleep(PAUSE_MS);
  }
  return { phone, ids };
}

test('meals arrive on the phones that stay connected, in order, while leaders go, and rows are as rebuilt', {
  timeout: 300_000,
}, async () => {
  let isOver = false;
  const submitting = Promise.all(
    Array.from({ length: PHONES }, (_, n) => submitMeals(`user-${n}`, () => isOver)),
  );
  await disturbLeaders(cluster, DISTURBANCES).finally(() => {
    isOver = true;
  });

  for (const { phone, ids } of await submitting) {
    await eventually(
      () => {
        const shown = phone.frames.flatMap((frame) =>
          frame.type === 'meal_log.completed' ? [frame.meal_log_id] : [],
        );
        expect([...new Set(shown)]).toEqual(ids);
      },
      { timeoutMs: SOURCING_MS },
    );
    expect(phone.socket.readyState).toBe(phone.socket.OPEN);
    phone.close();
  }
  await expectReadModelAsRebuilt();
});

/** Exit code 0: stream, archive and rows say the same as a read model that is made anew. */
async function expectReadModelAsRebuilt(): Promise<void> {
  const DATABASE_URL = stack.info().postgres.url;
  const env = { ...process.env, ...cluster.env('admin'), DATABASE_URL };
  await eventually(
    async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [MEALCTL, 'verify'], { env });
      expect(stdout).toContain('say the same');
    },
    { timeoutMs: 30_000 },
  );
}
