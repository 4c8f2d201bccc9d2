import { randomBytes } from 'node:crypto';
import { type Bus, connectBus } from '@mealwire/bus';
import { createMealwireClient } from '@mealwire/client';
import type { StackInfo } from '@mealwire/stack';
import { WebSocket } from 'ws';
import { devToken } from '../dev-token.js';
import { eventually } from '../eventually.js';
import { silentLogger } from '../silent-logger.js';
import type { MealTimeline } from './timeline.js';

const PHONES: readonly { readonly user: string; readonly meals: readonly string[] }[] = [
  {
    user: 'alice',
    meals: ['two scrambled eggs, a slice of toast with butter and a cup of coffee', 'an apple'],
  },
  { user: 'bob', meals: ['2 slices of pepperoni pizza and a coke'] },
  { user: 'carol', meals: ['chicken breast with rice and broccoli', 'a rusty nail and two tires'] },
];

const ARRIVAL_TIMEOUT_MS = 30_000;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Three phones, all meals at once; resolves when all have arrived or the time is up. */
export async function runDemo(
  info: StackInfo,
  write: (text: string) => void,
): Promise<readonly MealTimeline[]> {
  const bus = await connectBus({
    url: info.nats.url,
    user: 'internal',
    password: info.nats.passwords['internal'],
    name: 'demo',
    logger: silentLogger,
  });
  const timelines = new Map<string, Writable<MealTimeline>>();
  try {
    await watchEvents(bus, timelines);
    const phones = await Promise.all(
      PHONES.map(({ user, meals }) => runPhone(info.origin, user, meals, timelines, write)),
    );
    await eventually(
      () => {
        for (const { onPhoneMs } of timelines.values()) {
          if (onPhoneMs === undefined) throw new Error('still waiting');
        }
      },
      { timeoutMs: ARRIVAL_TIMEOUT_MS },
    ).catch(() => undefined);
    for (const phone of phones) phone.close();
  } finally {
    await bus.close();
  }
  return [...timelines.values()];
}

/** One phone: connected first, then all its meals. */
async function runPhone(
  origin: string,
  user: string,
  meals: readonly string[],
  timelines: Map<string, Writable<MealTimeline>>,
  write: (text: string) => void,
): Promise<{ close(): void }> {
  const token = await devToken(origin, user);
  const client = createMealwireClient({
    origin,
    token: async () => token,
    deviceId: `${user}-phone`,
    webSocket: (url, protocols) => new WebSocket(url, protocols),
  });
  client.onOutcome(({ meal_log_id, type }) => {
    const timeline = timelines.get(meal_log_id);
    if (timeline === undefined) return;
    timeline.onPhoneMs = Date.now() - timeline.submittedAtMs;
    write(`${user.padEnd(6)} got ${type} for “${timeline.text}”\n`);
  });
  client.onSubmission(({ localId }) => {
    const timeline = timelines.get(localId);
    if (timeline !== undefined) timeline.answeredMs = Date.now() - timeline.submittedAtMs;
  });
  client.connect();
  await eventually(() => {
    if (client.status().state !== 'live') throw new Error(`${user} is not connected`);
  });
  for (const [n, text] of meals.entries()) {
    const clientId = `${user}-meal-${n + 1}`;
    const traceId = randomBytes(16).toString('hex');
    timelines.set(clientId, { user, text, traceId, submittedAtMs: Date.now() });
    client.submit(
      { text, client_id: clientId },
      { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` },
    );
  }
  return client;
}

/** The events as an internal service sees them, for the steps that a phone does not. */
async function watchEvents(
  { nc }: Bus,
  timelines: ReadonlyMap<string, Writable<MealTimeline>>,
): Promise<void> {
  nc.subscribe('meal_log.*.*.*', {
    callback: (error, message) => {
      if (error !== null) return;
      const [, event, , mealLogId] = message.subject.split('.');
      const timeline = timelines.get(mealLogId ?? '');
      if (timeline === undefined) return;
      const elapsedMs = Date.now() - timeline.submittedAtMs;
      if (event === 'created') timeline.storedMs = elapsedMs;
      if (event !== 'completed' && event !== 'failed') return;
      timeline.outcome = event;
      timeline.outcomeMs = elapsedMs;
      const { analysis_started_at } = message.json<{ analysis_started_at: string }>();
      timeline.analysingMs = Date.parse(analysis_started_at) - timeline.submittedAtMs;
    },
  });
  await nc.flush();
}
