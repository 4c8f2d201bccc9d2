import { randomUUID } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { type Bus, FEED, SUBMITTED } from '@mealwire/bus';
import {
  ANALYSIS_CORRECT,
  type ClientFrame,
  CorrectionRequestSchema,
  encodeJson,
  isOutcomeFrame,
} from '@mealwire/contracts';
import type { NatsUser, Stack } from '@mealwire/stack';
import {
  type AppPhone,
  connectToStack,
  devToken,
  eventually,
  openAppPhone,
  openSseStream,
  type SseStream,
  startTestNats,
  startTestStack,
  type TestNats,
} from '@mealwire/testkit';
import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers, type Msg } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asyncApi } from './asyncapi/documented.js';
import { documentedChannels, permittedChannels } from './asyncapi/permissions.js';
import {
  createRecorder,
  documentedMessages,
  natsMessage,
  recordAllSubjects,
} from './asyncapi/recorder.js';
import { describedSubscriptions, runningSubscriptions } from './asyncapi/subscriptions.js';

/**
 * docs/asyncapi.yaml against a running system: whatever it says is recorded, and has to be what is
 * documented; whatever is documented has to be seen.
 */

const FRAMES_PER_MINUTE = 60;

/** Documented, and not to be had in a test, with the reason. */
const UNSEEN: Readonly<Record<string, string>> = {
  'presence.count.reply/presence.error':
    'Only while presence has not read its bucket yet, for a moment at its start.',
};

const recorder = createRecorder();
let stack: Stack;
let origin: string;
let admin: Bus;
let internal: Bus;
let jsm: JetStreamManager;
const open: { close(): void }[] = [];

beforeAll(async () => {
  stack = await startTestStack({ env: { WS_FRAMES_PER_MINUTE: String(FRAMES_PER_MINUTE) } });
  origin = stack.info().origin;
  admin = await connectToStack(stack);
  internal = await connectToStack(stack, 'internal');
  jsm = await jetstreamManager(admin.nc);
  recordAllSubjects(admin, recorder);
  await admin.nc.flush();
});

afterAll(async () => {
  for (const connection of open) connection.close();
  await internal?.close();
  await admin?.close();
  await stack?.stop();
});

async function openPhone(user: string, query: Record<string, string> = {}): Promise<AppPhone> {
  const phone = await openAppPhone({ origin, user, query });
  phone.socket.on('message', (data) =>
    recorder.record('webSocket', { payload: JSON.parse(String(data)) as unknown }),
  );
  open.push(phone);
  // The first frame may have come before the listener.
  recorder.record('webSocket', { payload: await phone.frame('welcome') });
  return phone;
}

function say(phone: AppPhone, frame: ClientFrame): void {
  recorder.record('webSocket', { payload: frame });
  phone.socket.send(JSON.stringify(frame));
}

async function openStream(user: string, query: string): Promise<SseStream> {
  const url = new URL(`/api/v1/meal-logs/stream?${query}`, origin);
  const stream = await openSseStream(url, {
    authorization: `Bearer ${await devToken(origin, user)}`,
  });
  open.push(stream);
  return stream;
}

/** Two outcomes, a correction, a retry with its outcome, a deletion. */
const FEED_EVENTS = 6;

/** Everything that a user does to a meal that has ended. */
async function change(phone: AppPhone): Promise<void> {
  const id = phone.frames.find(isOutcomeFrame)?.meal_log_id ?? '';
  const removal = { items: [{ op: 'remove', index: 0 }] };
  expect((await phone.api.correct(id, removal)).status).toBe(200);
  await phone.api.retry(id);
  await phone.change('meal_log.completed', id, { nth: 2 });
  await phone.api.remove(id);
  await phone.change('meal_log.deleted', id);
}

async function eat(phone: AppPhone, text: string): Promise<void> {
  const id = randomUUID();
  await phone.api.submit({ text, client_id: id });
  await phone.outcome(id);
}

const closing = ({ socket }: AppPhone): Promise<{ code: number; reason: string }> =>
  new Promise((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );

/** What the document says of a close code; ws adds nothing of its own. */
function documentedClose(code: number): { readonly code: number; readonly reason: string } {
  const found = asyncApi.channels['webSocket']?.['x-close-codes']?.find((c) => c.code === code);
  expect(found, `close code ${code}`).toBeDefined();
  return { code, reason: found?.reason ?? '' };
}

test('phones and the gateway: every frame is the documented one', async () => {
  const phone = await openPhone('ann', { device_id: 'phone' });
  const stream = await openStream('ann', 'device_id=tablet&cursor=forged');
  const { cursor } = await phone.frame('welcome');

  say(phone, { type: 'ping' });
  await phone.frame('pong');
  await eat(phone, 'an apple and two eggs');
  await eat(phone, 'qwzx');
  await change(phone);
  say(phone, { type: 'ack', cursor: phone.frames.findLast((f) => 'cursor' in f)?.cursor ?? '' });
  const before = phone.frames.length;
  say(phone, { type: 'sync', cursor });
  await eventually(() => expect(phone.frames).toHaveLength(before + FEED_EVENTS));
  say(phone, { type: 'auth', token: await devToken(origin, 'ann') });
  await phone.frame('authenticated');
  phone.socket.send('{"type":"sing"}');
  await phone.frame('error');
  await eventually(() =>
    expect(stream.events.map(({ event }) => event)).toContain('meal_log.deleted'),
  );

  const late = await openPhone('ann', { device_id: 'late', cursor });
  await eventually(() => expect(late.frames.filter((f) => 'prev' in f)).toHaveLength(FEED_EVENTS));

  const closed = closing(phone);
  process.kill(stack.process('gateway-1').pid() as number, 'SIGTERM');
  await phone.frame('reconnect');
  expect(await closed).toEqual(documentedClose(1012));
  await stream.ended;
  for (const { event, id, data } of stream.events) {
    const fields: Record<string, string> = id === undefined ? { event } : { event, id };
    recorder.record('eventStream', { payload: JSON.parse(data) as unknown, headers: fields });
  }
  await eventually(async () => expect((await fetch(`${origin}/readyz`)).status).toBe(200));
});

describe('close codes are the documented ones', () => {
  test('4500: the same device connects again', async () => {
    const first = await openPhone('bea', { device_id: 'phone' });
    const closed = closing(first);
    await openPhone('bea', { device_id: 'phone' });
    expect(await closed).toEqual(documentedClose(4500));
  });

  test('4501: too many connections of a user', async () => {
    const first = await openPhone('cid', { device_id: 'd0' });
    const closed = closing(first);
    for (const n of [1, 2, 3, 4, 5]) await openPhone('cid', { device_id: `d${n}` });
    expect(await closed).toEqual(documentedClose(4501));
  });

  test('4003: too many frames', async () => {
    const noisy = await openPhone('dan');
    const closed = closing(noisy);
    for (let n = 0; n < 2 * FRAMES_PER_MINUTE; n++) noisy.ping();
    expect(await closed).toEqual(documentedClose(4003));
    expect(noisy.frames.at(-1)).toMatchObject({ type: 'error', code: 'rate_limited' });
  });

  test('4503: the user is erased', async () => {
    const phone = await openPhone('kim');
    const closed = closing(phone);
    await fetch(new URL('/api/v1/users/me', origin), {
      method: 'DELETE',
      headers: { authorization: `Bearer ${await devToken(origin, 'kim')}` },
    });
    expect(await closed).toEqual(documentedClose(4503));
  });

  test('1009: a frame that is too big', async () => {
    const big = await openPhone('eve');
    const closed = closing(big);
    big.socket.send('x'.repeat(5_000));
    // ws closes by itself, without a text.
    expect((await closed).code).toBe(documentedClose(1009).code);
  });
});

test('NATS: what is asked and stored is the documented', async () => {
  const phone = await openPhone('fay', { device_id: 'phone' });
  await eat(phone, 'a pear');
  const ask = async (channel: string, subject: string): Promise<Msg> => {
    const reply = await internal.nc.request(subject, '', { timeout: 10_000 });
    recorder.record(`${channel}.reply`, natsMessage(reply));
    return reply;
  };
  await eventually(async () => {
    const reply = await ask('presence.get', 'presence.get.fay');
    expect(reply.json()).toMatchObject({ online: true, connections: [{ device_id: 'phone' }] });
  });
  await ask('presence.get', 'presence.get.nobody');
  // A token that decodes to no user.
  const refused = await ask('presence.get', 'presence.get.~_w');
  expect(refused.headers?.get('Nats-Service-Error-Code')).toBe('400');
  await ask('presence.count', 'presence.count');
  // The second one names no item: an error.
  for (const change of [{ op: 'add', text: 'a pear' }, { op: 'remove' }]) {
    const question = create(CorrectionRequestSchema, { changes: [change] });
    const json = encodeJson(CorrectionRequestSchema, question);
    const reply = await admin.nc.request(ANALYSIS_CORRECT, json, { timeout: 10_000 });
    recorder.record('analysis.correct.reply', natsMessage(reply));
  }
  phone.close();

  for (const name of [FEED, SUBMITTED]) {
    const { state } = await jsm.streams.info(name);
    for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
      const stored = await jsm.streams.getMessage(name, { seq });
      if (stored === null) throw new Error(`${name} has lost ${seq}`);
      recorder.recordNats({ subject: stored.subject, headers: stored.header, data: stored.data });
    }
  }
});

describe('a NATS server without services', () => {
  let nats: TestNats;
  beforeAll(async () => {
    nats = await startTestNats();
  });
  afterAll(() => nats?.stop());

  test('leaves the documented marker of a connection that expires', async () => {
    const js = jetstream((await nats.connect('admin')).nc);
    const subject = `$KV.presence.gus.${randomUUID()}`;
    const h = headers();
    // As if the bucket's five minutes were over.
    h.set('Nats-TTL', '1s');
    await js.publish(subject, '{}', { headers: h });
    const consumer = await js.consumers.get('KV_presence', { filter_subjects: subject });
    const messages = await consumer.consume();
    for await (const message of messages) {
      if (message.headers?.has('Nats-Marker-Reason') !== true) continue;
      recorder.recordNats(message);
      break;
    }
  });

  test.each(Object.keys(asyncApi['x-nats-users']))(
    'lets %s publish and subscribe to what is documented, and nothing else',
    async (user) => {
      const { nc } = await nats.connect(user as NatsUser);
      expect(await permittedChannels(nc)).toEqual(documentedChannels(user));
    },
  );
});

test('nothing was undocumented, and everything documented was seen', async () => {
  expect(recorder.undocumented).toEqual([]);
  const missing = (): string[] =>
    documentedMessages().filter((name) => !recorder.seen.has(name) && !(name in UNSEEN));
  await eventually(() => expect(missing()).toEqual([]));
  expect(Object.keys(UNSEEN).filter((name) => recorder.seen.has(name))).toEqual([]);
});

describe('the server has', () => {
  const stripped = ({ metadata: _, ...config }: { metadata?: unknown }): object => config;

  test('exactly the documented streams and buckets', async () => {
    const { streams, buckets } = asyncApi['x-jetstream'];
    const documented = [...Object.values(streams), ...Object.values(buckets).map((b) => b.config)];
    const real = (await jsm.streams.list().next()).map(({ config }) => stripped(config));
    expect(byName(real)).toEqual(byName(documented));
  });

  test('exactly the documented durable consumers', async () => {
    const real: object[] = [];
    for (const { config } of await jsm.streams.list().next()) {
      for (const consumer of await jsm.consumers.list(config.name).next()) {
        if (consumer.config.durable_name === undefined) continue;
        real.push({ stream: config.name, config: stripped(consumer.config) });
      }
    }
    const documented = Object.values(asyncApi['x-jetstream'].consumers);
    expect(byName(real)).toEqual(byName(documented));
  });

  test('exactly the documented subscriptions and queue groups', async () => {
    await openPhone('hal');
    const running = await runningSubscriptions(stack.info().nats.monitorUrl ?? '');
    // Of those who subscribe in this test only: `internal` and `reporting` run elsewhere.
    const services = new Set(running.map(({ user }) => user));
    const documented = describedSubscriptions().filter(({ user }) => services.has(user));
    expect(running).toEqual(documented);
  });
});

function byName(configs: readonly object[]): readonly object[] {
  const nameOf = (entry: object): string => {
    const { name = '', config } = entry as { name?: string; config?: { name?: string } };
    return config?.name ?? name;
  };
  return [...configs].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
