import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, connectBus, MEAL_LOG, provision } from '@mealwire/bus';
import type { Stack } from '@mealwire/stack';
import { eventually, openAppPhone, silentLogger, startTestStack } from '@mealwire/testkit';
import { type ConsumerInfo, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** docs/internal-services.md, as somebody outside this repository would follow it. */

const SOURCE = join(import.meta.dirname, '..', 'examples', 'consume-completed.ts');
const COMPILED = join(import.meta.dirname, '..', 'examples', 'dist', 'consume-completed.js');
const CONSUMER = 'reporting';

interface ReportLine {
  readonly id: string;
  readonly meal_log_id: string;
  readonly calories: number;
  readonly online?: boolean;
  readonly traceparent: string;
}

let stack: Stack;
let folder: string;
let reportFile: string;
let running: ChildProcess | undefined;

beforeAll(async () => {
  stack = await startTestStack();
  folder = await mkdtemp(join(tmpdir(), 'mealwire-report-'));
  reportFile = join(folder, 'report.jsonl');
});

afterAll(async () => {
  running?.kill('SIGKILL');
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function withAdmin<T>(work: (bus: Bus) => Promise<T>): Promise<T> {
  const { url, passwords } = stack.info().nats;
  const password = passwords['admin'];
  const bus = await connectBus({
    url,
    user: 'admin',
    password,
    name: 'test',
    logger: silentLogger,
  });
  return work(bus).finally(() => bus.close());
}

/** A consumer that is made anew begins at the beginning. */
function deliverEverythingAgain(): Promise<ConsumerInfo> {
  return withAdmin(async ({ nc }) => {
    const { consumers } = await jetstreamManager(nc);
    await consumers.delete(MEAL_LOG, CONSUMER);
    await provision(nc, { replicas: 1 });
    return consumers.info(MEAL_LOG, CONSUMER);
  });
}

/** Presence is a moment behind the connection. */
function isOnline(user: string): Promise<boolean> {
  return withAdmin(async ({ nc }) => {
    const reply = await nc.request(`presence.get.${user}`);
    return reply.json<{ online: boolean }>().online;
  });
}

function unacknowledged(): Promise<number> {
  return withAdmin(async ({ nc }) => {
    const info = await (await jetstreamManager(nc)).consumers.info(MEAL_LOG, CONSUMER);
    return info.num_pending + info.num_ack_pending;
  });
}

function startExample(): ChildProcess {
  const { url, passwords } = stack.info().nats;
  return spawn(process.execPath, [COMPILED], {
    env: {
      ...process.env,
      NATS_URL: url,
      NATS_USER: 'reporting',
      NATS_PASSWORD: passwords['reporting'],
      REPORT_FILE: reportFile,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function report(): readonly ReportLine[] {
  if (!existsSync(reportFile)) return [];
  const lines = readFileSync(reportFile, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as ReportLine);
}

describe('the example of a service outside', () => {
  test('reports each completed meal once, through a kill, with trace and presence', async () => {
    const phone = await openAppPhone({ origin: stack.info().origin, user: 'ann' });
    await phone.frame('welcome');
    await eventually(async () => expect(await isOnline('ann')).toBe(true));
    const eat = async (text: string): Promise<string> => {
      const id = randomUUID();
      await phone.api.submit({ text, client_id: id });
      await phone.outcome(id);
      return id;
    };

    running = startExample();
    const first = await eat('an apple');
    await eventually(() => expect(report()).toHaveLength(1));
    expect(report()[0]).toMatchObject({ meal_log_id: first, online: true });
    expect(report()[0]?.calories).toBeGreaterThan(0);
    expect(report()[0]?.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);

    const killed = once(running, 'exit');
    running.kill('SIGKILL');
    await killed;
    const meanwhile = [await eat('a pear'), await eat('two eggs')];
    running = startExample();
    await eventually(() => expect(report()).toHaveLength(3));
    expect(report().map((line) => line.meal_log_id)).toEqual([first, ...meanwhile]);

    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);

    const { num_pending } = await deliverEverythingAgain();
    expect(num_pending).toBe(3);
    running = startExample();
    await eventually(async () => expect(await unacknowledged()).toBe(0));
    expect(report()).toHaveLength(3);
    phone.close();
  });

  test('is quoted by the document as it stands', () => {
    const document = readFileSync(
      join(import.meta.dirname, '..', 'docs', 'internal-services.md'),
      'utf8',
    );
    expect(document).toContain(`\`\`\`ts\n${readFileSync(SOURCE, 'utf8')}\`\`\``);
  });
});
