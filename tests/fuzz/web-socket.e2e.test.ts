import { randomInt, randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Stack } from '@mealwire/stack';
import { devToken, eventually, openAppPhone, startTestStack } from '@mealwire/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayVitals, gatewayVitals } from './gateway-vitals.js';
import { hostileRequests } from './hostile-requests.js';
import { type Loot, MARKER } from './hostile-text.js';
import { isDocumentedClose, readFrame } from './known-frames.js';
import { messageStorm } from './message-storm.js';
import { tolerable, violation } from './protocol-violations.js';
import { type Answer, encodeFrame, exchange, upgradeRequest } from './raw-socket.js';

/**
 * 100,000 frames and some thousand requests that no phone would send. The seed is printed; the same
 * frames come again with FUZZ_SEED=<seed>.
 */
const SEED = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));

const CONNECTIONS = 240;
const MESSAGES_PER_CONNECTION = 400;
const RAW_CONNECTIONS = 800;
const REQUESTS = 2_000;
const AT_ONCE = 8;
/** Long for an answer on one machine, short times a thousand. */
const PATIENCE_MS = 40;
/** For what must come. */
const LONG_MS = 10_000;
/** A leak of 1 KB per frame would be 75 MB between the second and the last tenth. */
const MAX_GROWTH_MB = 60;
/** So that garbage does not look like a leak, and a leak ends in a crash. */
const SMALL_HEAP = { NODE_OPTIONS: '--max-old-space-size=80' };

/** Limits that are tested elsewhere and would only keep the frames out. */
const UNLIMITED = { WS_FRAMES_PER_MINUTE: '1000000000', WS_UPGRADES_PER_SECOND: '1000000' };

const secrets = new Set<string>([MARKER]);
let stack: Stack;
let vitals: GatewayVitals;
let origin: string;
let port: number;
let loot: Loot;
let token: string;
let accomplice: string;
let frames = 0;

beforeAll(async () => {
  process.stdout.write(`fuzz: FUZZ_SEED=${SEED}\n`);
  stack = await startTestStack({ env: { ...UNLIMITED, ...SMALL_HEAP, LOG_LEVEL: 'debug' } });
  origin = stack.info().origin;
  port = Number(new URL(origin).port);
  vitals = gatewayVitals(stack);
  loot = await collectLoot();
  token = loot.tokens[0] as string;
  accomplice = await devToken(origin, 'trudy');
});

afterAll(() => stack?.stop());

/** Meals of an attacker and of somebody else, so that there is something to replay and to steal. */
async function collectLoot(): Promise<Loot> {
  const cursors: string[] = [];
  const tokens: string[] = [];
  for (const user of ['mallory', 'victim']) {
    const phone = await openAppPhone({ origin, user, token: await remembered(user, tokens) });
    const { cursor } = await phone.frame('welcome');
    const ids = [await eat(phone), await eat(phone)];
    cursors.push(cursor, ...ids.flatMap((id) => phone.outcomesOf(id).map((f) => f.cursor)));
    phone.close();
  }
  for (const secret of [...cursors, ...tokens]) secrets.add(secret);
  return { cursors, tokens };
}

async function remembered(user: string, tokens: string[]): Promise<string> {
  const issued = await devToken(origin, user);
  tokens.push(issued);
  return issued;
}

async function eat(phone: Awaited<ReturnType<typeof openAppPhone>>): Promise<string> {
  const id = randomUUID();
  await eventually(async () => {
    const { status } = await phone.api.submit({ text: `an apple, ${MARKER}`, client_id: id });
    expect(status).toBe(201);
  });
  await phone.outcome(id);
  return id;
}

/** Runs `work` for each item, a few at a time. */
async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

function checkFrames({ texts }: Answer): void {
  for (const text of texts) readFrame(text);
}

describe('the WebSocket entrance', () => {
  test('answers every message with a known frame, and does not grow', async () => {
    const sizesMb: number[] = [];
    const result = await messageStorm({
      origin,
      seed: SEED,
      phones: [
        ...['a', 'b', 'a', 'c'].map((deviceId) => ({ token, deviceId })),
        ...Array.from({ length: AT_ONCE - 4 }, () => ({ token: accomplice })),
      ],
      loot,
      connections: CONNECTIONS,
      messagesPerConnection: MESSAGES_PER_CONNECTION,
      onTenth: async () => void sizesMb.push(await vitals.rssMb()),
    });
    frames += result.messages;
    await vitals.expectAlive();
    expect(Object.keys(result.answers)).toEqual(
      expect.arrayContaining(['welcome', 'pong', 'error', 'authenticated', 'meal_log.completed']),
    );
    process.stdout.write(`fuzz: RSS in MB per tenth: ${sizesMb.map(Math.round).join(' ')}\n`);
    process.stdout.write(
      `fuzz: ${result.messages} messages, ${JSON.stringify(result.answers)}, closed with ${[...result.closeCodes]}\n`,
    );
    await vitals.expectNobodyConnected();
    expect((sizesMb.at(-1) as number) - (sizesMb[1] as number)).toBeLessThan(MAX_GROWTH_MB);
  });

  test('closes with a documented code when the protocol is broken', async () => {
    const plans = fc.sample(
      fc.tuple(fc.array(tolerable, { minLength: 2, maxLength: 8 }), violation, fc.nat()),
      { numRuns: RAW_CONNECTIONS, seed: SEED },
    );
    await forEach(plans, async ([before, end, cut]) => {
      const sound = before.flat().map(encodeFrame);
      const bytes = Buffer.concat([...sound, end.bytes]);
      const at = cut % bytes.length;
      const answer = await exchange({
        port,
        chunks: [upgradeRequest({ token }), bytes.subarray(0, at), bytes.subarray(at)],
        answerMs: LONG_MS,
        patienceMs: end.isFatal ? LONG_MS : PATIENCE_MS,
      });
      frames += sound.length + 1;
      checkFrames(answer);
      const told = `${end.name}, ${answer.closeCode}, FUZZ_SEED=${SEED}`;
      expect(answer.status, told).toBe(101);
      if (end.isFatal) expect(answer.endedByPeer, told).toBe(true);
      if (answer.closeCode !== undefined || end.isFatal) {
        expect(isDocumentedClose(answer.closeCode ?? 0, [...(end.own ?? []), 4501]), told).toBe(
          true,
        );
      }
    });
    await vitals.expectAlive();
    await vitals.expectNobodyConnected();
    expect(frames).toBeGreaterThanOrEqual(100_000);
  });

  test('refuses requests that are none, and keeps no socket of them', async () => {
    const before = await vitals.openFiles();
    const requests = fc.sample(hostileRequests(token), { numRuns: REQUESTS, seed: SEED });
    await forEach(requests, async (bytes) => {
      const answer = await exchange({
        port,
        chunks: [bytes],
        answerMs: PATIENCE_MS,
        patienceMs: PATIENCE_MS,
      });
      checkFrames(answer);
      const { status = 0 } = answer;
      const head = bytes.toString('latin1', 0, 120);
      expect(status < 500 || status === 503, `${status} to ${head}, FUZZ_SEED=${SEED}`).toBe(true);
    });
    await vitals.expectAlive();
    await vitals.expectNobodyConnected();
    await eventually(async () => expect(await vitals.openFiles()).toBeLessThan(before + 20), {
      timeoutMs: 15_000,
    });
  });

  test.each([
    ['websocket', 'a reset', (socket: Socket) => void socket.resetAndDestroy()],
    ['h2c', 'a reset', (socket: Socket) => void socket.resetAndDestroy()],
    ['websocket', 'nobody hanging up', () => undefined],
    ['h2c', 'nobody hanging up', () => undefined],
  ])('outlives a refused upgrade to %s and %s', async (protocol, _how, leave) => {
    const paths = ['/healthz', '/', '/ws/meal-logs', '/api/v1/meal-logs'];
    async function refusals(): Promise<readonly Socket[]> {
      const sockets = Array.from({ length: 40 }, (_, i) => {
        const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
        socket.on('error', () => undefined);
        const request = upgradeRequest({
          token: 'a.b.c',
          path: paths[i % paths.length] as string,
          headers: { Upgrade: protocol },
        });
        socket.resume().write(request, () => leave(socket));
        return socket;
      });
      await Promise.all(sockets.map((s) => new Promise((r) => s.once('end', r).once('close', r))));
      return sockets;
    }
    // Half of these go on to the services behind, over connections that are kept for later.
    for (const socket of await refusals()) socket.destroy();
    await vitals.expectAlive();
    const before = await vitals.openFiles();
    const phones = await refusals();
    await vitals.expectAlive();
    await eventually(async () => expect(await vitals.openFiles()).toBeLessThan(before + 20));
    for (const socket of phones) socket.destroy();
  });

  test('still brings a normal phone its meal', async () => {
    const phone = await openAppPhone({ origin, user: 'normal' });
    const id = await eat(phone);
    expect(phone.outcomesOf(id)).toHaveLength(1);
    phone.close();
    await vitals.expectNobodyConnected();
  });

  test('has logged neither meals nor tokens nor cursors, and nothing as its own fault', async () => {
    const log = await vitals.log();
    expect(log.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(log.includes(secret), secret).toBe(false);
    const faults = log.split('\n').filter((line) => line.includes('"level":"error"'));
    expect(faults.slice(0, 3)).toEqual([]);
  });
});
