import { setTimeout as sleep } from 'node:timers/promises';
import { startTestNats, type TestNats } from '@mealwire/testkit';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, test } from 'vitest';
import type { WebSocket } from 'ws';
import { awaitWelcome, type GatewayProcess, startGateway } from './support/gateway-process.js';
import { createOutcomes, type Outcomes } from './support/outcomes.js';
import { ms, percentiles, report, timed } from './support/report.js';

/** The hot path: an outcome is stored, a frame is on a socket. And what a quiet socket costs. */

const SOCKETS = [1, 1_000];
const SAMPLES = 1_000;
const BURST = 4_000;
/** Below what one socket may have waiting for its receipt. */
const PIPELINE = 128;
/** A process that has just started is not idle. */
const SETTLE_MS = 3_000;
const IDLE_MS = 10_000;
const KB = 1024;

let nats: TestNats;
let gateway: GatewayProcess;
let outcomes: Outcomes;
let subscriber: NatsConnection;
const sockets: WebSocket[] = [];
/** When each outcome was seen, by event id. */
const onSocket = new Map<string, (atMs: number) => void>();

beforeAll(async () => {
  nats = await startTestNats();
  gateway = await startGateway(nats);
  outcomes = await createOutcomes((await nats.connect('admin')).nc);
  subscriber = (await nats.connect('gateway')).nc;
});

afterAll(async () => {
  await gateway?.stop();
  await nats?.stop();
});

async function connectUpTo(count: number): Promise<void> {
  const before = sockets.length;
  await timed(count - before, 32, async (n) => {
    const socket = gateway.connect(await gateway.tokenOf(`u${before + n}`));
    await awaitWelcome(socket);
    socket.on('message', received);
    sockets.push(socket);
  });
  await subscriber.flush();
}

function received(data: unknown): void {
  const text = String(data);
  if (!text.startsWith('{"type":"meal_log.')) return;
  const { id } = JSON.parse(text) as { id: string };
  onSocket.get(id)?.(performance.now());
}

/** @returns ms from the publish to the frame on the socket. */
function deliver(user: string): Promise<number> {
  const id = crypto.randomUUID();
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    onSocket.set(id, (atMs) => {
      onSocket.delete(id);
      resolve(atMs - startedAt);
    });
    outcomes.publish(user, id).catch(reject);
  });
}

async function latency(users: number): Promise<string[][]> {
  const toNats: number[] = [];
  let startedAt = 0;
  // The gateway's user may listen to all of live.*; this is what it gets, when it gets it.
  const subscription = subscriber.subscribe('live.*', {
    callback: () => void toNats.push(performance.now() - startedAt),
  });
  await subscriber.flush();
  const toSocket: number[] = [];
  for (let n = 0; n < SAMPLES; n++) {
    startedAt = performance.now();
    toSocket.push(await deliver(`u${n % users}`));
  }
  subscription.unsubscribe();
  return [
    [String(users), 'publish → live.<user>', ...ms(percentiles(toNats))],
    [String(users), 'publish → frame', ...ms(percentiles(toSocket))],
  ];
}

async function throughput(users: number): Promise<string[]> {
  await timed(500, PIPELINE, async (n) => void (await deliver(`u${n % users}`)));
  const cpuBefore = await gateway.cpuMs();
  const startedAt = performance.now();
  await timed(BURST, PIPELINE, async (n) => void (await deliver(`u${n % users}`)));
  const elapsedMs = performance.now() - startedAt;
  const cpuMs = (await gateway.cpuMs()) - cpuBefore;
  await gateway.startAllocations();
  await timed(BURST, PIPELINE, async (n) => void (await deliver(`u${n % users}`)));
  const bytes = await gateway.stopAllocations();
  const total = Object.values(bytes).reduce((sum, b) => sum + b, 0);
  const top = Object.entries(bytes)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12);
  report(
    `Allocated per delivered event, ${users} users: the largest`,
    ['function', 'bytes'],
    top.map(([name, b]) => [name, (b / BURST).toFixed(0)]),
  );
  return [
    String(users),
    ((BURST / elapsedMs) * 1000).toFixed(0),
    ((cpuMs / BURST) * 1000).toFixed(0),
    (total / BURST / KB).toFixed(1),
  ];
}

async function idle(): Promise<{ heap: number; rss: number; cpuMs: number }> {
  await sleep(SETTLE_MS);
  const { heapUsed, rss } = await gateway.memory();
  const before = await gateway.cpuMs();
  await sleep(IDLE_MS);
  return { heap: heapUsed, rss, cpuMs: (await gateway.cpuMs()) - before };
}

test('delivering and waiting', async () => {
  const empty = await idle();
  const latencies: string[][] = [];
  const rates: string[][] = [];
  let full = empty;
  for (const users of SOCKETS) {
    await connectUpTo(users);
    if (users === 1_000) full = await idle();
    latencies.push(...(await latency(users)));
    rates.push(await throughput(users));
  }
  report('Latency, one at a time', ['users', 'way', 'p50 ms', 'p95 ms', 'p99 ms'], latencies);
  const columns = ['users', 'events/s', 'gateway CPU µs/event', 'allocated KB/event'];
  report(`Throughput, ${PIPELINE} under way`, columns, rates);
  report(
    '1,000 idle sockets',
    ['heap KB each', 'RSS KB each', 'CPU of one core'],
    [
      [
        ((full.heap - empty.heap) / KB / 1_000).toFixed(1),
        ((full.rss - empty.rss) / KB / 1_000).toFixed(1),
        `${(((full.cpuMs - empty.cpuMs) / IDLE_MS) * 100).toFixed(2)} %`,
      ],
    ],
  );
  for (const socket of sockets) socket.terminate();
});
