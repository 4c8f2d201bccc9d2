import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryDir, type Stack } from '@mealwire/stack';
import {
  apiClient,
  devToken,
  eventually,
  holdAnalysis,
  releaseAnalysis,
  startTestStack,
} from '@mealwire/testkit';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The operators' command, as it is in the image, against whole deployments. */

const MEALCTL = join(repositoryDir, 'services/ingest/dist/mealctl/main.js');
const MEALS = 20;

let stack: Stack;
let folder: string;

beforeAll(async () => {
  stack = await startTestStack();
  folder = await mkdtemp(join(tmpdir(), 'mealctl-'));
  const { origin } = stack.info();
  const api = apiClient(origin, await devToken(origin, 'anna'));
  for (let n = 0; n < MEALS; n += 1) {
    expect((await api.submit({ text: 'an apple', client_id: `meal-${n}` })).status).toBe(201);
  }
  await eventually(
    async () => {
      const { body } = await api.get('/api/v1/meal-logs?status=completed');
      expect(body['total']).toBe(MEALS);
    },
    { timeoutMs: 30_000 },
  );
});

afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function mealctl(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env['PATH'], ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile('node', [MEALCTL, ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const on = (target: Stack, ...args: readonly string[]): Promise<Ran> =>
  mealctl(['--stack', join(target.info().dataDir, 'stack.json'), ...args]);

/** The projector may still be busy with the last deliveries. */
async function verified(target: Stack): Promise<void> {
  await eventually(
    async () => {
      const { stdout } = await on(target, '--json', 'status');
      expect(JSON.parse(stdout).readModel.lag).toBe(0);
    },
    { timeoutMs: 20_000 },
  );
  const { code, stdout, stderr } = await on(target, 'verify');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('say the same');
}

test('status shows streams, consumers and the read model, in plain text or JSON', async () => {
  const { code, stdout } = await on(stack, 'status');
  expect(code).toBe(0);
  for (const word of ['MEAL_LOG', 'FEED', 'projection', 'checkpoint', 'archived events']) {
    expect(stdout).toContain(word);
  }
  expect(stdout).not.toContain('\u001b');
  const status = JSON.parse((await on(stack, '--json', 'status')).stdout);
  expect(status.readModel).toMatchObject({ mealLogs: { completed: MEALS }, ofThisStream: true });
});

describe('verify and rebuild', () => {
  test('all is in order; what is damaged is named, and put right', async () => {
    await verified(stack);
    const sql = postgres(stack.info().postgres.url, { max: 1 });
    try {
      await sql`update meal_logs set text = 'a secret' where id = 'meal-3'`;
      await sql`delete from meal_logs where id = 'meal-4'`;
    } finally {
      await sql.end();
    }
    const found = await on(stack, 'verify');
    expect(found.code).toBe(1);
    expect(found.stdout).toContain('different meal log meal-3 of user anna');
    expect(found.stdout).toContain('missing meal log meal-4 of user anna');
    expect(found.stdout + found.stderr).not.toMatch(/secret|apple/);
    expect((await on(stack, 'rebuild', '--dry-run')).stdout).toContain('Nothing was changed');
    expect((await on(stack, 'verify')).code).toBe(1);

    const rebuilt = await on(stack, '--json', 'rebuild');
    expect(JSON.parse(rebuilt.stdout)).toMatchObject({
      swapped: true,
      mealLogs: MEALS,
      rows: { missing: 1, extra: 0, different: 1 },
    });
    await verified(stack);
  });
});

describe('events', () => {
  test('exported, imported into an empty deployment: the same meals', {
    timeout: 180_000,
  }, async () => {
    const file = join(folder, 'events.jsonl');
    const exported = await on(stack, '--json', 'events', 'export', '--out', file);
    expect(exported.code).toBe(0);
    const { events } = JSON.parse(exported.stdout) as { events: number };
    expect(events).toBeGreaterThanOrEqual(2 * MEALS);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const whole = await readFile(file, 'utf8');
    expect((await on(stack, 'events', 'export', '--from', 'archive')).stdout).toBe(whole);

    const other = await startTestStack();
    try {
      // An import that was stopped in the middle: the same command goes on.
      const part = join(folder, 'part.jsonl');
      await writeFile(part, `${whole.split('\n').slice(0, 7).join('\n')}\n`);
      holdAnalysis(other);
      expect((await on(other, 'events', 'import', part)).code).toBe(0);
      const imported = await on(other, '--json', 'events', 'import', file);
      expect(JSON.parse(imported.stdout)).toMatchObject({ known: 7, stored: events - 7 });
      releaseAnalysis(other);

      await verified(other);
      const again = await on(other, '--json', 'events', 'import', '--append', file);
      expect(JSON.parse(again.stdout)).toMatchObject({ known: events, stored: 0 });
      const ids = (text: string) =>
        text
          .trim()
          .split('\n')
          .map((line) => {
            const { id, payload } = JSON.parse(line) as { id: string; payload: string };
            return `${id} ${payload}`;
          });
      expect(ids((await on(other, 'events', 'export')).stdout)).toEqual(ids(whole));
      const rows = async (target: Stack): Promise<unknown> => {
        const sql = postgres(target.info().postgres.url, { max: 1 });
        try {
          return await sql`select user_id, id, status, text, result from meal_logs order by id`;
        } finally {
          await sql.end();
        }
      };
      expect(await rows(other)).toEqual(await rows(stack));
    } finally {
      await other.stop();
    }
  });

  test('what is not empty or not right is refused before anything is stored', async () => {
    const file = join(folder, 'wrong.jsonl');
    await writeFile(file, '{"sequence":1}\n');
    const before = (await on(stack, '--json', 'status')).stdout;
    const wrong = await on(stack, 'events', 'import', file);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/wrong\.jsonl, line 1: subject is not as it should be/);

    const { stdout } = await on(stack, 'events', 'export');
    const [first = ''] = stdout.split('\n');
    await writeFile(file, `${first.replace(/"id":"[^"]+"/, '"id":"another"')}\n`);
    const foreign = await on(stack, 'events', 'import', file);
    expect(foreign).toMatchObject({ code: 1, stderr: expect.stringContaining('--append') });
    expect((await on(stack, '--json', 'status')).stdout).toBe(before);
  });
});

describe('what cannot be reached', () => {
  test.each([
    ['NATS', 'NATS_URL', 'nats://admin:hidden@127.0.0.1:PORT', /no NATS server answered/],
    [
      'PostgreSQL',
      'DATABASE_URL',
      'postgres://me:hidden@127.0.0.1:PORT/db',
      /PostgreSQL did not answer/,
    ],
  ])('%s that does not answer is named within seconds, without its password', async (...args) => {
    const [, variable, url, message] = args;
    const mute = createServer();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = mute.address() as { port: number };
      const { nats } = stack.info();
      const startedAt = performance.now();
      const ran = await mealctl(['status'], {
        NATS_URL: nats.url,
        NATS_PASSWORD: nats.passwords['admin'],
        DATABASE_URL: stack.info().postgres.url,
        [variable]: url.replace('PORT', String(port)),
      });
      expect(ran.code).toBe(1);
      expect(ran.stderr).toMatch(message);
      expect(ran.stderr).toContain(`127.0.0.1:${port}`);
      expect(ran.stderr).not.toContain('hidden');
      expect(performance.now() - startedAt).toBeLessThan(15_000);
    } finally {
      mute.close();
    }
  });

  test('a wrong login, a place that is not known, a command that is none', async () => {
    const { nats, postgres: database } = stack.info();
    const env = { NATS_URL: nats.url, NATS_PASSWORD: 'guessed', DATABASE_URL: database.url };
    const refused = await mealctl(['status'], env);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/login of user admin/),
    });
    expect((await mealctl(['--stack', join(folder, 'none'), 'status'])).code).toBe(2);
    expect((await mealctl(['repair'])).code).toBe(2);
    const help = await mealctl(['events', 'import', '--help']);
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('--append') });
  });
});
