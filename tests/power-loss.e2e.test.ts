import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectBus, MEAL_LOG, provision, readBatch } from '@mealwire/bus';
import {
  cacheDir,
  createCredentials,
  freePort,
  quietHooks,
  type Supervised,
  startNatsServer,
} from '@mealwire/stack';
import { silentLogger } from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * As near to a power failure as a process gets: SIGKILL at any moment of writing, over and over on
 * one store. The operating system's cache survives it; a real power failure also takes that, and
 * `sync_interval: always` is what is there for it.
 */

const ROUNDS = Number(process.env['POWER_LOSS_ROUNDS'] ?? 20);
const WRITERS = 4;
const MAX_LIFE_MS = 60;
const PAGE = 500;

const passwords = createCredentials().nats;
const acknowledged = new Map<number, string>();
let folder: string;
let written = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mealwire-power-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function startServer() {
  const { server, port } = await startOnFreePort();
  const { nc } = await connectBus({
    url: `nats://127.0.0.1:${port}`,
    user: 'admin',
    password: passwords.admin,
    name: 'power-loss',
    logger: silentLogger,
  });
  return { server, nc };
}

/** A port that is free now may be somebody's a moment later; anything else is the store's fault. */
async function startOnFreePort(): Promise<{ server: Supervised; port: number }> {
  for (;;) {
    const port = await freePort();
    const log: string[] = [];
    try {
      const server = await startNatsServer({
        port,
        monitorPort: await freePort(),
        storeDir: folder,
        cacheDir,
        passwords,
        hooks: { ...quietHooks, onLine: (line) => void log.push(line) },
      });
      return { server, port };
    } catch (error) {
      const said = log.join('\n');
      if (!said.includes('address already in use')) throw new Error(said, { cause: error });
    }
  }
}

/** Writes until the server is gone; what was acknowledged is remembered. */
async function writeUntilDead(nc: Awaited<ReturnType<typeof startServer>>['nc']): Promise<void> {
  const js = jetstream(nc);
  for (;;) {
    const id = `e${++written}`;
    try {
      const ack = await js.publish(`meal_log.created.user.${id}`, id, { timeout: 1_000 });
      acknowledged.set(ack.seq, id);
    } catch {
      return;
    }
  }
}

test(`no acknowledged event is missing after ${ROUNDS} kills of the server`, {
  timeout: 60_000 + ROUNDS * 2_000,
}, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { server, nc } = await startServer();
    if (round === 0) await provision(nc, { replicas: 1 });
    const writing = Promise.all(Array.from({ length: WRITERS }, () => writeUntilDead(nc)));
    await sleep(Math.random() * MAX_LIFE_MS);
    process.kill(server.pid() as number, 'SIGKILL');
    await server.stop();
    await nc.close();
    await writing;
  }
  await expectEverything();
});

async function expectEverything(): Promise<void> {
  const { server, nc } = await startServer();
  try {
    const jsm = await jetstreamManager(nc);
    const stored = new Map<number, string>();
    for (let seq = 1; ; ) {
      const page = await readBatch(jsm, MEAL_LOG, { seq, batch: PAGE });
      for (const message of page) stored.set(message.seq, message.string());
      const last = page.at(-1);
      if (last === undefined) break;
      seq = last.seq + 1;
    }
    const missing = [...acknowledged].filter(([seq, id]) => stored.get(seq) !== id);
    expect(missing).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(ROUNDS);
    process.stdout.write(`${acknowledged.size} acknowledged, ${stored.size} stored\n`);
  } finally {
    await nc.close();
    await server.stop();
  }
}
