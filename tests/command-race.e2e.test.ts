import { setTimeout as sleep } from 'node:timers/promises';
import { connectBus } from '@mealwire/bus';
import type { RecordedEvent } from '@mealwire/contracts';
import type { Stack } from '@mealwire/stack';
import {
  type ApiClient,
  type ApiResponse,
  apiClient,
  devToken,
  eventually,
  mealStory,
  silentLogger,
  startTestStack,
  waitsForOutcome,
} from '@mealwire/testkit';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { integerBetween, pick, type Random, randomStream } from './faults/random.js';

/**
 * Several devices of one user do things to the same meal at once, over two processes of ingest and
 * two of ai: whatever they were told, the stream agrees.
 */

const SEED = Number(process.env['COMMAND_RACE_SEED'] ?? 11);
const USER = 'racer';
const MEALS = 6;
const DEVICES = 4;
const COMMANDS_EACH = 20;

let stack: Stack;
let jsm: JetStreamManager;
let closeBus: () => Promise<void>;
/** Of both processes of ingest. */
let apis: readonly ApiClient[];
let api: ApiClient;

beforeAll(async () => {
  stack = await startTestStack({ instances: { ingest: 2, ai: 2 } });
  const { origin, nats } = stack.info();
  const { url } = nats;
  const password = nats.passwords['admin'];
  const bus = await connectBus({
    url,
    user: 'admin',
    password,
    name: 'test',
    logger: silentLogger,
  });
  closeBus = bus.close;
  jsm = await jetstreamManager(bus.nc);
  const token = await devToken(origin, USER);
  const urls = stack.info().processes.filter(({ service }) => service === 'ingest');
  apis = urls.map(({ url: address }) => apiClient(address, token));
  api = apiClient(origin, token);
});

afterAll(async () => {
  await closeBus();
  await stack.stop();
});

interface Answer extends ApiResponse {
  readonly command: 'retry' | 'correct' | 'delete';
}

/** One device: random commands, some named, some sent twice, some on a condition. */
async function race(mealLogId: string, random: Random): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let seen = '';
  for (let n = 0; n < COMMANDS_EACH; n++) {
    const headers: Record<string, string> = {};
    if (random() < 0.5) headers['idempotency-key'] = `key-${integerBetween(random, 1, 1e6)}`;
    if (random() < 0.3 && seen !== '') headers['if-match'] = seen;
    const body = {
      items: [
        pick(random, [
          { op: 'change', index: 0, quantity: integerBetween(random, 1, 5) },
          { op: 'change', index: 0, grams: integerBetween(random, 10, 200) },
          { op: 'add', text: 'a glass of milk' },
          { op: 'remove', index: 1 },
        ]),
      ],
    };
    const wish = random();
    const isLast = n > COMMANDS_EACH - 4;
    const command = isLast && wish < 0.1 ? 'delete' : wish < 0.4 ? 'retry' : 'correct';
    const send = (): Promise<ApiResponse> => {
      const process = pick(random, apis);
      if (command === 'delete') return process.remove(mealLogId, headers);
      if (command === 'retry') return process.retry(mealLogId, headers);
      return process.correct(mealLogId, body, headers);
    };
    const tries = await Promise.all(random() < 0.25 ? [send(), send()] : [send()]);
    answers.push(...tries.map((answer) => ({ ...answer, command }) as const));
    seen = tries.at(-1)?.headers.get('etag') ?? seen;
    await sleep(random() * 60);
  }
  return answers;
}

const EVENT_OF = {
  retry: ['meal_log.retried', 202],
  correct: ['meal_log.corrected', 200],
  delete: ['meal_log.deleted', 204],
} as const;

interface Raced {
  readonly mealLogId: string;
  readonly answers: readonly Answer[];
}

/** Submits some meals and has all devices race for each of them. */
async function raceFor(round: string): Promise<readonly Raced[]> {
  const ids = Array.from({ length: MEALS }, (_, n) => `${round}-${n}`);
  for (const id of ids) await api.submit({ text: 'two eggs and toast', client_id: id });
  return Promise.all(
    ids.map(async (mealLogId) => {
      const devices = Array.from({ length: DEVICES }, (_, n) =>
        race(mealLogId, randomStream(SEED, `${mealLogId} ${n}`)),
      );
      return { mealLogId, answers: (await Promise.all(devices)).flat() };
    }),
  );
}

/** The events of a meal when every analysis has ended; each of them is there once. */
async function endedStoryOf(mealLogId: string): Promise<readonly RecordedEvent[]> {
  return eventually(
    async () => {
      const events = await mealStory(jsm, USER, mealLogId);
      expect(waitsForOutcome(events)).toBe(false);
      return events;
    },
    { timeoutMs: 20_000 },
  );
}

/** Sequences of the events of that command, and the versions that were answered for it with 2xx. */
function comparedBy(
  command: keyof typeof EVENT_OF,
  answers: readonly Answer[],
  story: readonly RecordedEvent[],
) {
  const [type, ok] = EVENT_OF[command];
  const events = story.filter((event) => event.type === type).map(({ sequence }) => sequence);
  const first = answers.filter(
    (answer) =>
      answer.command === command &&
      answer.status === ok &&
      answer.headers.get('idempotent-replayed') === 'false',
  );
  // A deletion is answered without a body.
  const versions = first.map(({ body }) => Number(body['version'] ?? events[0]));
  return { events, versions: versions.sort((one, other) => one - other) };
}

async function expectShown(mealLogId: string, story: readonly RecordedEvent[]): Promise<void> {
  const last = story.filter(({ type }) => type !== 'meal_log.delivered').at(-1);
  await eventually(async () => {
    const shown = await api.get(`/api/v1/meal-logs/${mealLogId}`);
    if (last?.type === 'meal_log.deleted') expect(shown.status).toBe(404);
    else expect(shown.body).toMatchObject({ version: last?.sequence });
  });
}

const COMMANDS = ['retry', 'correct', 'delete'] as const;

test(`devices that race for a meal: each answer is true (seed ${SEED})`, async () => {
  for (const { mealLogId, answers } of await raceFor('calm')) {
    const story = await endedStoryOf(mealLogId);
    for (const { status, body } of answers) {
      expect([200, 202, 204, 404, 409, 412, 422, 503], JSON.stringify(body)).toContain(status);
    }
    for (const command of COMMANDS) {
      const { events, versions } = comparedBy(command, answers, story);
      expect(versions, `${mealLogId}: ${command}`).toEqual(events);
    }
    await expectShown(mealLogId, story);
  }
});

test('and while NATS is killed: what was answered with 2xx is there, once', async () => {
  const racing = raceFor('stormy');
  await eventually(async () => expect(await mealStory(jsm, USER, 'stormy-0')).not.toHaveLength(0));
  await sleep(300);
  process.kill(stack.process('nats').pid() as number, 'SIGKILL');
  for (const { mealLogId, answers } of await racing) {
    const story = await endedStoryOf(mealLogId);
    for (const command of COMMANDS) {
      const { events, versions } = comparedBy(command, answers, story);
      expect(new Set(versions).size).toBe(versions.length);
      // A 503 leaves it open whether it was stored.
      expect(events).toEqual(expect.arrayContaining(versions));
    }
    await expectShown(mealLogId, story);
  }
});
