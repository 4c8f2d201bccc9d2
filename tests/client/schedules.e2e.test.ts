import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_STRATEGY } from '@mealwire/client';
import { fileStorage } from '@mealwire/client/node';
import type { Stack } from '@mealwire/stack';
import {
  devToken,
  eventually,
  type FaultProxy,
  startFaultProxy,
  startTestStack,
} from '@mealwire/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { integerBetween, pick, type Random, randomStream } from '../faults/random.js';
import { type ClientPhone, openClientPhone, type Shown } from './client-phone.js';

/**
 * The same as libs/client/src/simulation.property.test.ts, for real: the SDK against two gateways
 * through a proxy that breaks things, with apps that are killed and put away, while gateways are
 * restarted and killed.
 */

const SCHEDULES = 100;
const AT_ONCE = 20;
const STEPS = 12;
const MAX_PAUSE_MS = 400;
/** The stack starts what has died again ever later, so this is not for the sake of the phones. */
const DISTURB_EVERY_MS = 12_000;
/** Longest wait for everything to be visible once the faults are over. */
const CALM_MS = 60_000;

/** Patience in seconds instead of half minutes, so that a schedule fits into some. */
const HASTY = {
  ...DEFAULT_STRATEGY,
  name: 'hasty',
  pingIntervalMs: 2_000,
  duePingIntervalMs: 1_000,
  silenceMs: 900,
  probeMs: 500,
  verifyMs: 2_000,
  backoffMaxMs: 2_000,
  pollFirstMs: 1_000,
  pollMaxMs: 2_000,
};

let stack: Stack;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mealwire-schedules-'));
  stack = await startTestStack({
    instances: { gateway: 2 },
    env: { AI_ARTIFICIAL_DELAY_MS: '200', AI_CONCURRENCY: '32' },
  });
});

afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** One phone and what happens to it. */
class Schedule {
  readonly submitted: string[] = [];
  /** What was shown, by start of the app. */
  readonly starts: (readonly Shown[])[] = [];
  readonly #name: string;
  readonly #token: string;
  readonly #random: Random;
  readonly #proxies: readonly FaultProxy[];
  #way = 0;
  #phone: ClientPhone;

  constructor(name: string, token: string, random: Random, proxies: readonly FaultProxy[]) {
    this.#name = name;
    this.#token = token;
    this.#random = random;
    this.#proxies = proxies;
    this.#phone = this.#start();
  }

  #start(): ClientPhone {
    const phone = openClientPhone({
      token: this.#token,
      http: () => this.#network().origin,
      sockets: () => this.#network().origin,
      storage: fileStorage(join(folder, `${this.#name}.json`)),
      strategy: HASTY,
    });
    this.starts.push(phone.shown);
    phone.client.connect();
    return phone;
  }

  #network(): FaultProxy {
    return this.#proxies[this.#way % this.#proxies.length] as FaultProxy;
  }

  async step(): Promise<void> {
    await sleep(integerBetween(this.#random, 0, MAX_PAUSE_MS));
    const { client } = this.#phone;
    const steps: readonly (() => unknown)[] = [
      () => this.submit(),
      () => this.submit(),
      () => this.#network().halfOpen(1),
      () => this.#network().cut(1),
      () => this.#network().dropAll(),
      () => this.#network().delay(integerBetween(this.#random, 50, 400)),
      () => this.#network().heal(),
      client.background,
      client.foreground,
      () => {
        this.#way += 1;
        client.networkChanged();
      },
      async () => {
        await this.#phone.kill();
        this.#phone = this.#start();
      },
    ];
    await pick(this.#random, steps)();
  }

  async submit(): Promise<void> {
    const { localId, saved } = this.#phone.client.submit({ text: 'an apple and two eggs' });
    await saved;
    this.submitted.push(localId);
  }

  async end(): Promise<void> {
    for (const proxy of this.#proxies) proxy.heal();
    const { client } = this.#phone;
    client.foreground();
    await eventually(
      () => {
        expect(new Set(this.shown())).toEqual(new Set(this.submitted));
        expect([...client.waiting(), ...client.unsent()]).toEqual([]);
      },
      { timeoutMs: CALM_MS },
    );
    client.close();
  }

  /** For whoever has to find out what went wrong. */
  trouble(): object {
    const { client } = this.#phone;
    const unsent = client.unsent().map(({ localId }) => localId);
    return {
      status: client.status(),
      submitted: this.submitted,
      starts: this.starts,
      waiting: client.waiting(),
      unsent,
    };
  }

  shown(): readonly string[] {
    return this.starts.flat().map(({ mealLogId }) => mealLogId);
  }
}

async function play(seed: number): Promise<Schedule> {
  const random = randomStream(seed, 'schedule');
  const gateways = stack.info().processes.filter(({ service }) => service === 'gateway');
  const proxies = await Promise.all(
    gateways.map(({ port }) => startFaultProxy({ targetPort: port, random })),
  );
  try {
    const name = `phone-${seed}`;
    const schedule = new Schedule(name, await tokenOf(name), random, proxies);
    for (let step = 0; step < STEPS; step += 1) await schedule.step();
    await schedule.submit();
    await schedule.end().catch((cause: unknown) => {
      throw new Error(`${name}: ${JSON.stringify(schedule.trouble(), null, 1)}`, { cause });
    });
    return schedule;
  } finally {
    await Promise.all(proxies.map((proxy) => proxy.stop()));
  }
}

/** Also while a gateway is down. */
function tokenOf(user: string): Promise<string> {
  return eventually(() => devToken(stack.info().origin, user), { timeoutMs: CALM_MS });
}

/** Kills and restarts gateways until it is told to stop. */
async function disturbGateways(random: Random, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const name = pick(random, ['gateway-1', 'gateway-2']);
    await eventually(() => expect(stack.process(name).status()).toBe('ready'), {
      timeoutMs: CALM_MS,
    });
    const pid = stack.process(name).pid();
    if (pid !== undefined) process.kill(pid, pick(random, ['SIGKILL', 'SIGTERM'] as const));
    await sleep(DISTURB_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

test(`${SCHEDULES} schedules of faults: every meal ends visible, once`, {
  timeout: 10 * 60_000,
}, async () => {
  const seed = integerBetween(Math.random, 1, 1_000_000);
  const calm = new AbortController();
  const disturbing = disturbGateways(randomStream(seed, 'gateways'), calm.signal);
  const schedules: Schedule[] = [];
  const seeds = Array.from({ length: SCHEDULES }, (_, n) => seed + n);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = seeds.pop(); next !== undefined; next = seeds.pop()) {
        const played = next;
        schedules.push(
          await play(played).catch((cause: unknown) => {
            throw new Error(`schedule ${played} failed`, { cause });
          }),
        );
      }
    }),
  );
  calm.abort();
  await disturbing;

  expect(schedules).toHaveLength(SCHEDULES);
  // Once in each life of the app: what one that was killed has not stored is told to the next.
  const repeated = schedules.flatMap(({ starts }) => starts).filter(hasRepetition);
  expect(repeated).toEqual([]);
  const ways = schedules.flatMap(({ starts }) => starts.flat().map(({ how }) => how));
  for (const how of ['socket', 'replay', 'polling']) expect(ways).toContain(how);
});

function hasRepetition(shown: readonly Shown[]): boolean {
  return new Set(shown.map(({ mealLogId }) => mealLogId)).size !== shown.length;
}
