import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStackFile, repositoryDir, type StackInfo, stackFile } from '@mealwire/stack';
import { apiClient, devToken, eventually, openAppPhone } from '@mealwire/testkit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** `make run` as somebody at a terminal has it. */

/** Each test starts whole stacks. */
vi.setConfig({ testTimeout: 180_000 });

interface Run {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

let dataDir: string;
const runs: Run[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mealwire-run-'));
});

afterEach(async () => {
  for (const run of runs.splice(0)) {
    run.process.kill('SIGTERM');
    await run.ended;
  }
  await rm(dataDir, { recursive: true, force: true });
});

function start(env: NodeJS.ProcessEnv = {}): Run {
  const cli = join(repositoryDir, 'libs', 'stack', 'dist', 'cli.js');
  const child = spawn(process.execPath, [cli], {
    env: { ...process.env, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const run = { process: child, ended, output: () => output };
  runs.push(run);
  return run;
}

async function running(run: Run): Promise<StackInfo> {
  await eventually(() => expect(run.output()).toContain('Mealwire is running'), {
    timeoutMs: 60_000,
  });
  return (await readStackFile(dataDir)) as StackInfo;
}

function isAlive(pid: number | undefined): boolean {
  try {
    process.kill(pid as number, 0);
    return true;
  } catch {
    return false;
  }
}

test('describes everything that runs, keeps its data, and leaves nothing behind', async () => {
  const first = start();
  const info = await running(first);
  expect(info.processes.map(({ service }) => service).sort()).toEqual(
    ['ai', 'console', 'gateway', 'ingest', 'nats', 'postgres', 'presence'].sort(),
  );
  for (const { pid, status } of info.processes) {
    expect(status).toBe('ready');
    expect(isAlive(pid)).toBe(true);
  }
  const token = await devToken(info.origin, 'alice');
  await apiClient(info.origin, token).submit({ text: 'an apple', client_id: 'kept' });

  first.process.kill('SIGINT');
  expect(await first.ended).toBe(0);
  for (const { pid } of info.processes) expect(isAlive(pid)).toBe(false);

  const second = start();
  const again = await running(second);
  const { body } = await apiClient(again.origin, token).get('/api/v1/meal-logs/kept');
  expect(body).toMatchObject({ id: 'kept', text: 'an apple' });
});

test('refuses a data folder in use, and cleans up after a stack that was killed', async () => {
  const first = start();
  const info = await running(first);
  const rival = start();
  expect(await rival.ended).toBe(1);
  expect(rival.output()).toContain(`running already (process ${first.process.pid})`);

  first.process.kill('SIGKILL');
  await first.ended;
  expect(isAlive(info.processes[0]?.pid)).toBe(true);
  const next = start();
  await running(next);
  expect(next.output()).toContain('left behind by a stack that was killed');
  for (const { pid } of info.processes) expect(isAlive(pid)).toBe(false);
});

test('takes free ports where its own are taken, and says so', async () => {
  const server = await occupy(8080);
  try {
    const run = start();
    const info = await running(run);
    expect(run.output()).toContain('port 8080 is taken, gateway-1 gets');
    expect(info.origin).not.toContain(':8080');
    const phone = await openAppPhone({ origin: info.origin, user: 'alice' });
    await phone.frame('welcome');
    phone.close();
  } finally {
    await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
  }
});

test('runs several of a service, all of them described', async () => {
  const run = start({ GATEWAYS: '2', AIS: '2' });
  const info = await running(run);
  const gateways = info.processes.filter(({ service }) => service === 'gateway');
  expect(gateways.map(({ name }) => name)).toEqual(['gateway-1', 'gateway-2']);
  const phones = await Promise.all(
    gateways.map(({ url }) => openAppPhone({ origin: url, user: 'amy' })),
  );
  const { body } = await (phones[0] as (typeof phones)[0]).api.submit({ text: 'a plum' });
  await Promise.all(phones.map((phone) => phone.outcome(String(body['id']))));
  for (const phone of phones) phone.close();
});

test('shows a crashed service and that it comes back', async () => {
  const run = start();
  const info = await running(run);
  const ai = info.processes.find(({ service }) => service === 'ai');
  process.kill(ai?.pid as number, 'SIGKILL');
  await eventually(() =>
    expect(run.output()).toContain('ai-1 ended (signal SIGKILL), restart in 250 ms'),
  );
  await eventually(async () => {
    const now = JSON.parse(await readFile(stackFile(dataDir), 'utf8')) as StackInfo;
    const entry = now.processes.find(({ service }) => service === 'ai');
    expect(entry).toMatchObject({ status: 'ready', restarts: 1 });
  });
});

test('explains itself, and a wrong setting', async () => {
  const wrong = start({ GATEWAYS: 'many' });
  expect(await wrong.ended).toBe(1);
  expect(wrong.output()).toContain('GATEWAYS is not a usable number of processes');
  expect(wrong.output()).toContain('→');
});

/** Somebody else's server; undefined when somebody else already has the port. */
async function occupy(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
