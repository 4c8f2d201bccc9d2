import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryDir } from '@mealwire/stack';
import { startTestNats, type TestNats } from '@mealwire/testkit';
import { afterAll, beforeAll, test } from 'vitest';
import { awaitWelcome, type GatewayProcess, startGateway } from './support/gateway-process.js';
import { createOutcomes } from './support/outcomes.js';
import { ms, percentiles, report, timed } from './support/report.js';

/** May everybody come back at once without standing in the way of new meals? */

const USERS = 1_000;
const AT_ONCE = 64;
const PHASE_MS = 6_000;

let nats: TestNats;
let gateway: GatewayProcess;
let publisher: ChildProcess;
const tokens: string[] = [];
const cursors: string[] = [];

beforeAll(async () => {
  nats = await startTestNats();
  gateway = await startGateway(nats);
  const outcomes = await createOutcomes((await nats.connect('admin')).nc);
  const users = Array.from({ length: USERS }, (_, i) => `u${i}`);
  for (const user of users) tokens.push(await gateway.tokenOf(user));
  await timed(USERS, AT_ONCE, async (n) => {
    const socket = gateway.connect(tokens[n] as string);
    cursors[n] = (await awaitWelcome(socket)).cursor;
    socket.terminate();
  });
  for (let round = 0; round < 3; round++) await outcomes.fill(users);
  publisher = fork(join(repositoryDir, 'bench', 'support', 'publisher.mjs'), {
    // Not Vitest's own, which read the sources.
    execArgv: [],
    env: { ...process.env, ...nats.env('admin') },
  });
});

afterAll(async () => {
  publisher?.disconnect();
  await gateway?.stop();
  await nats?.stop();
});

async function published(): Promise<number> {
  const answer = once(publisher, 'message') as Promise<[number]>;
  publisher.send('how many?');
  return (await answer)[0];
}

/** How fast the publisher gets on while `work` is done beside it again and again. */
async function phase(work: ((n: number) => Promise<void>) | undefined) {
  const until = Date.now() + PHASE_MS;
  const before = await published();
  const startedAt = performance.now();
  const elapsed: number[] = [];
  if (work === undefined) await sleep(PHASE_MS);
  else {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, worker) => {
        for (let n = worker; Date.now() < until; n += AT_ONCE) {
          const at = performance.now();
          await work(n % USERS);
          elapsed.push(performance.now() - at);
        }
      }),
    );
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const rate = ((await published()) - before) / seconds;
  return { rate, perSecond: elapsed.length / seconds, latency: percentiles(elapsed) };
}

/** A phone with three missed outcomes: upgrade, welcome, replay, gone without a word. */
async function resume(n: number): Promise<void> {
  const socket = gateway.connect(tokens[n] as string, cursors[n]);
  await awaitWelcome(socket);
  socket.terminate();
}

/** The same handshake, refused: what the storm costs on these cores without reading FEED. */
async function refused(): Promise<void> {
  const socket = gateway.connect('a.b.c');
  await new Promise((resolve) => socket.once('close', resolve));
}

test('publishing during a storm of resumes', async () => {
  await phase(undefined);
  const phases = [
    ['alone', await phase(undefined)],
    ['refused connections', await phase(refused)],
    ['resuming devices', await phase(resume)],
    ['alone again', await phase(undefined)],
  ] as const;
  const alone = phases[0][1].rate;
  report(
    `Publishing beside ${AT_ONCE} devices at once, WS_RESUME_CONCURRENCY 64`,
    ['beside', 'events/s', 'of alone', 'devices/s', 'p50 ms', 'p95 ms', 'p99 ms'],
    phases.map(([name, { rate, perSecond, latency }]) => [
      ...[name, rate.toFixed(0), `${((rate / alone) * 100).toFixed(0)} %`],
      ...(perSecond === 0 ? [] : [perSecond.toFixed(0), ...ms(latency)]),
    ]),
  );
});
