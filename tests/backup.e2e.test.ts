import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Stack, startStack } from '@mealwire/stack';
import { type AppPhone, eventually, openAppPhone, startTestStack } from '@mealwire/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

/** A deployment is lost, and made again from its backup: what is there, and what phones see of it. */

let folder: string;
let backup: string;
let stack: Stack;
const phones: AppPhone[] = [];
/** Of the phones of the first deployment: where each of them stood. */
const cursors: Record<string, string> = {};
/** What REST said before: path → body. */
const said = new Map<string, unknown>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mealwire-backup-'));
  backup = join(folder, 'backup');
});

afterEach(() => {
  for (const phone of phones.splice(0)) phone.close();
});

afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

const run = promisify(execFile);

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function mealctl(...args: readonly string[]): Promise<Ran> {
  const where = ['--stack', join(stack.info().dataDir, 'stack.json')];
  const command = ['scripts/run-ts.mjs', 'services/ingest/src/mealctl/main.ts', ...where, ...args];
  try {
    return { code: 0, ...(await run(process.execPath, command)) };
  } catch (error) {
    return error as Ran;
  }
}

async function phoneOf(user: string, cursor?: string, timeoutMs?: number): Promise<AppPhone> {
  const query = { device_id: `${user}-phone`, ...(cursor === undefined ? {} : { cursor }) };
  const phone = await openAppPhone({ origin: stack.info().origin, user, query });
  phones.push(phone);
  await phone.frame('welcome', timeoutMs);
  return phone;
}

async function eat(phone: AppPhone, text: string, id: string): Promise<string> {
  expect((await phone.api.submit({ text, client_id: id })).status).toBe(201);
  return (await phone.outcome(id)).cursor;
}

/** A cursor begins with its epoch, in ms. */
function epochOf(cursor: string): number {
  return Number(Buffer.from(cursor, 'base64url').readBigUInt64BE(0));
}

const USERS = ['ann', 'bob'];
const PATHS = ['/api/v1/meal-logs', '/api/v1/meal-logs/m1', '/api/v1/meal-logs/m3'];

describe('a backup', () => {
  beforeAll(async () => {
    stack = await startTestStack();
  });

  test('is made while phones are connected', async () => {
    for (const user of USERS) {
      const phone = await phoneOf(user);
      for (const n of [1, 2, 3]) {
        cursors[user] = await eat(phone, `${n} eggs and an apple`, `m${n}`);
      }
      await eventually(async () => {
        const { body } = await phone.api.get('/api/v1/meal-logs?status=completed');
        expect(body['total']).toBe(3);
      });
    }
    const made = await mealctl('--json', 'backup', backup);
    expect(made).toMatchObject({ code: 0 });
    expect(JSON.parse(made.stdout)).toMatchObject({
      streams: { FEED: 6, SUBMITTED: 6, KV_last_seen: 2, KV_erased: 0 },
      tables: { meal_logs: 6 },
    });
  });

  test('wants a folder of its own', async () => {
    const again = await mealctl('backup', backup);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') });
  });

  test('and then the deployment is lost, with a meal that is in no backup', async () => {
    for (const user of USERS) {
      const phone = await phoneOf(user);
      for (const path of PATHS) said.set(`${user} ${path}`, (await phone.api.get(path)).body);
      if (user === 'bob') cursors['bob'] = await eat(phone, 'a pear', 'm4');
    }
    // Secrets are no state: a deployment keeps them elsewhere.
    await cp(join(stack.info().dataDir, 'credentials.json'), join(folder, 'credentials.json'));
    await stack.stop();
  });
});

describe('its restoration', () => {
  beforeAll(async () => {
    const dataDir = join(folder, 'second');
    await mkdir(dataDir);
    await cp(join(folder, 'credentials.json'), join(dataDir, 'credentials.json'));
    stack = await startStack({ dataDir, ports: 'free', durable: false });
  });

  test.each([
    ['is missing', (dir: string, file: string) => rm(join(dir, file))],
    ['bytes, not', (dir: string, file: string) => appendFile(join(dir, file), 'x')],
    ['there is no manifest.json', (dir: string) => rm(join(dir, 'manifest.json'))],
    ['is damaged', (dir: string) => writeFile(join(dir, 'manifest.json'), '{"format"')],
  ])('is refused when something is wrong with it: %s', async (message, damage) => {
    const copy = join(folder, 'damaged');
    await cp(backup, copy, { recursive: true });
    const file = (await readdir(copy)).find((name) => name.startsWith('stream-MEAL_LOG')) ?? '';
    await damage(copy, file);
    const refused = await mealctl('restore', copy);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
    await rm(copy, { recursive: true });
  });

  test('brings everything back', async () => {
    const restoredAfterMs = Date.now();
    const restored = await mealctl('restore', backup);
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('Restored') });
    // A gateway that was running looks at FEED every 3 s; then it sends everybody through again,
    // also whoever comes at that moment.
    await eventually(
      async () => {
        const { cursor } = await (await phoneOf('witness', undefined, 2_000)).frame('welcome');
        expect(epochOf(cursor)).toBeGreaterThanOrEqual(restoredAfterMs);
      },
      { timeoutMs: 30_000 },
    );
    for (const user of USERS) {
      await eventually(async () => {
        const phone = await phoneOf(user);
        for (const path of PATHS) {
          expect({ path, body: (await phone.api.get(path)).body }).toEqual({
            path,
            body: said.get(`${user} ${path}`),
          });
        }
      });
    }
  });

  test('tells phones with a cursor from before to reload, also one from after the backup', async () => {
    for (const user of USERS) {
      const phone = await phoneOf(user, cursors[user]);
      expect(await phone.frame('welcome')).toMatchObject({ recovered: false });
    }
  });

  test('takes new meals, and delivers, projects and resumes them as ever', async () => {
    const phone = await phoneOf('ann');
    const cursor = await eat(phone, 'a banana', 'm5');
    await eat(phone, 'two bananas', 'm6');
    await eventually(async () => {
      const { body } = await phone.api.get('/api/v1/meal-logs?status=completed');
      expect(body['total']).toBe(5);
    });
    const again = await phoneOf('ann', cursor);
    expect(await again.frame('welcome')).toMatchObject({ recovered: true, replayed: 1 });
    // A submission from before is known: it is the same meal.
    const repeated = await phone.api.submit({ text: '1 eggs and an apple', client_id: 'm1' });
    expect(repeated.headers.get('idempotent-replayed')).toBe('true');
  });

  test('into a deployment that holds something is refused, and done with --force', async () => {
    const refused = await mealctl('restore', backup);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') });
    expect(await mealctl('restore', backup, '--force')).toMatchObject({ code: 0 });
    await eventually(
      async () => {
        const phone = await phoneOf('ann', undefined, 2_000);
        expect((await phone.api.get('/api/v1/meal-logs')).body['total']).toBe(3);
      },
      { timeoutMs: 30_000 },
    );
  });
});
