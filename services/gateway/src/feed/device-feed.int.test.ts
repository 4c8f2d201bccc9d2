import { create } from '@bufbuild/protobuf';
import type { EventStore } from '@mealwire/bus';
import {
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  type MealLogEvent,
} from '@mealwire/contracts';
import { eventually, silentLogger, startTestNats, type TestNats } from '@mealwire/testkit';
import { jetstreamManager } from '@nats-io/jetstream';
import type { Msg, NatsConnection, SubscriptionOptions } from '@nats-io/transport-node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startAudit } from './audit.js';
import { type DeviceFeed, type Opened, openDeviceFeed } from './device-feed.js';
import { createFeedHub, type FeedHub } from './feed-hub.js';
import { createFeedReader, type FeedHead, type FeedReader } from './feed-reader.js';
import { createGate } from './gate.js';
import { createPendingReader, type PendingReader } from './pending.js';
import type { Claim } from './resume-point.js';
import { createStart } from './start.js';

/**
 * The guarantees, broken on purpose: what the server republishes is dropped, what it reads is late
 * or old. Streams and republishing are real; only the wires in between are cut.
 */

let nats: TestNats;
let ingest: EventStore;
let ai: EventStore;
let gateway: NatsConnection;
let reader: FeedReader;
let pending: PendingReader;
let user: string;
let users = 0;

beforeAll(async () => {
  nats = await startTestNats();
  ingest = await nats.eventStore('ingest');
  ai = await nats.eventStore('ai');
  gateway = (await nats.connect('gateway')).nc;
  const jsm = await jetstreamManager(gateway, { checkAPI: false });
  reader = createFeedReader(jsm, createGate(8));
  pending = createPendingReader(jsm, createGate(8));
});

beforeEach(() => {
  users += 1;
  user = `user-${users}`;
});

afterAll(() => nats.stop());

async function submit(mealLogId: string): Promise<number> {
  const { sequence } = await ingest.append(event('meal_log.created', mealLogId), 0);
  return sequence;
}

/** A meal that is submitted and analysed; its id comes back as the outcome's. */
async function meal(mealLogId: string): Promise<void> {
  await ai.append(event('meal_log.completed', mealLogId), await submit(mealLogId));
}

/** FEED has it, which takes over what was stored a moment later. */
function inFeed(mealLogId: string): Promise<void> {
  return eventually(async () => {
    const { sequence } = await reader.head(user);
    const { events } = await reader.page(user, sequence - 1, 0);
    expect(events.map((fed) => fed.mealLogId)).toEqual([mealLogId]);
  });
}

function event(type: 'meal_log.created' | 'meal_log.completed', mealLogId: string): MealLogEvent {
  const metadata = {
    id: `${type}.${user}.${mealLogId}`,
    source: 'test',
    time: new Date().toISOString(),
    userId: user,
    mealLogId,
  };
  const fields = { userId: user, mealLogId };
  return type === 'meal_log.created'
    ? { type, metadata, data: create(MealLogCreatedSchema, fields) }
    : { type, metadata, data: create(MealLogCompletedSchema, fields) };
}

/** The live channel with a leak: messages that `drops` says so about never arrive. */
function leaky(nc: NatsConnection, drops: (mealLogId: string) => boolean): NatsConnection {
  const subscribe = (subject: string, options: SubscriptionOptions = {}) =>
    nc.subscribe(subject, {
      ...options,
      callback: (error: Error | null, message: Msg) => {
        if (drops(message.headers?.get('ce-subject') ?? '')) return;
        options.callback?.(error as never, message);
      },
    });
  return new Proxy(nc, {
    get: (target, key) => {
      if (key === 'subscribe') return subscribe;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

interface Received {
  readonly meals: string[];
  readonly feed: DeviceFeed;
  opened?: Opened;
}

function openDevice(
  options: { hub?: FeedHub; reader?: FeedReader; claim?: Claim; maxReplay?: number } = {},
): Received {
  const meals: string[] = [];
  const deviceReader = options.reader ?? reader;
  const received: Received = {
    meals,
    feed: openDeviceFeed({
      userId: user,
      hub: options.hub ?? createFeedHub(gateway, silentLogger),
      reader: deviceReader,
      pending,
      startOf: createStart({
        userId: user,
        claim: async () => options.claim ?? { kind: 'none' },
        info: () => ({ epoch: 1, firstSequence: 1, lastSequence: 0 }),
        reader: deviceReader,
        lookBackMs: 60_000,
      }),
      maxReplay: options.maxReplay ?? 500,
      onOpened: (opened) => {
        received.opened = opened;
      },
      send: async (events) => void meals.push(...events.map(({ mealLogId }) => mealLogId)),
      logger: silentLogger,
    }),
  };
  return received;
}

const isOpen = (device: Received): Promise<void> =>
  eventually(() => expect(device.opened).toBeDefined());

describe('republishing that loses messages', () => {
  test('one in the middle: the next event shows the gap, and it is closed in order', async () => {
    const hub = createFeedHub(
      leaky(gateway, (id) => id === 'b'),
      silentLogger,
    );
    const device = openDevice({ hub });
    await isOpen(device);
    for (const id of ['a', 'b', 'c']) await meal(id);
    await eventually(() => expect(device.meals).toEqual(['a', 'b', 'c']));
    device.feed.close();
  });

  test('the last one: the audit of heads finds it', async () => {
    const hub = createFeedHub(
      leaky(gateway, (id) => id === 'last'),
      silentLogger,
    );
    const audit = startAudit({
      hub,
      reader,
      initial: await reader.info(),
      intervalMs: 100,
      onNewEpoch: () => expect.unreachable(),
      logger: silentLogger,
    });
    const device = openDevice({ hub });
    await isOpen(device);
    await meal('first');
    await meal('last');
    await eventually(() => expect(device.meals).toEqual(['first', 'last']));
    audit.stop();
    device.feed.close();
  });

  test('all of them: everything arrives all the same, once', async () => {
    const hub = createFeedHub(
      leaky(gateway, () => true),
      silentLogger,
    );
    const audit = startAudit({
      hub,
      reader,
      initial: await reader.info(),
      intervalMs: 50,
      onNewEpoch: () => expect.unreachable(),
      logger: silentLogger,
    });
    const device = openDevice({ hub });
    const ids = Array.from({ length: 20 }, (_, i) => `m${i}`);
    for (const id of ids) await meal(id);
    await eventually(() => expect(device.meals).toEqual(ids));
    audit.stop();
    device.feed.close();
  });
});

describe('a replica that lags behind', () => {
  test('a Direct Get that is late or empty at first delays, and loses nothing', async () => {
    await meal('before');
    let empty = 2;
    const late: FeedReader = {
      ...reader,
      positionAt: async () => 0,
      page: async (userId, sequence, previous) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (empty-- > 0) return { events: [], remaining: 0 };
        return reader.page(userId, sequence, previous);
      },
    };
    const device = openDevice({ reader: late });
    await meal('meanwhile');
    await eventually(() => expect(device.meals).toEqual(['before', 'meanwhile']));
    device.feed.close();
  });

  test('a head that is older than what was seen live does not send anything twice', async () => {
    await meal('a');
    let first: FeedHead | undefined;
    const old: FeedReader = {
      ...reader,
      head: async (userId) => {
        first ??= await reader.head(userId);
        return first;
      },
    };
    const device = openDevice({ reader: old });
    await isOpen(device);
    await meal('b');
    await eventually(() => expect(device.meals).toEqual(['a', 'b']));
    device.feed.rewind(0);
    await meal('c');
    // Asked for again, with a head that does not know b: it comes from what is known live.
    await eventually(() => expect(device.meals.slice(2)).toEqual(['a', 'b', 'c']));
    device.feed.close();
  });
});

describe('a device that asks for what is missing', () => {
  test('while something else is being read gets what it asked for last', async () => {
    for (const id of ['a', 'b', 'c']) await meal(id);
    let pages = 0;
    let release = (): void => undefined;
    const slow: FeedReader = {
      ...reader,
      page: async (userId, sequence, previous) => {
        const page = await reader.page(userId, sequence, previous);
        pages += 1;
        // The first page after opening is the one of the first rewind.
        if (pages === 3) await new Promise<void>((resolve) => (release = resolve));
        return page;
      },
    };
    const claim: Claim = { kind: 'cursor', position: { epoch: 1, sequence: 0 } };
    const device = openDevice({ reader: slow, claim });
    await eventually(() => expect(device.meals).toEqual(['a', 'b', 'c']));
    device.feed.rewind(device.feed.sent() - 1);
    await eventually(() => expect(pages).toBe(3));
    device.feed.rewind(0);
    release();
    await eventually(() => expect(device.meals).toEqual(['a', 'b', 'c', 'a', 'b', 'c']));
    device.feed.close();
  });
});

describe('what a device is told at first', () => {
  test('the meals under way, and those that ended since its cursor', async () => {
    await submit('cooking');
    await meal('done');
    await inFeed('done');
    await eventually(async () => expect(await pending.processing(user)).toEqual(['cooking']));
    const device = openDevice({ claim: { kind: 'cursor', position: { epoch: 1, sequence: 0 } } });
    await isOpen(device);
    expect(device.opened).toMatchObject({ recovered: true, replayed: 1, processing: ['cooking'] });
    expect(device.opened?.ended.map(({ mealLogId }) => mealLogId)).toEqual(['done']);
    device.feed.close();
  });

  test('that it missed too much to be replayed', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await meal(id);
    await inFeed('d');
    const claim: Claim = { kind: 'cursor', position: { epoch: 1, sequence: 0 } };
    const device = openDevice({ claim, maxReplay: 3 });
    await isOpen(device);
    expect(device.opened).toMatchObject({ recovered: false, replayed: 0 });
    await meal('e');
    await eventually(() => expect(device.meals).toEqual(['e']));
    device.feed.close();
  });

  test('more than a page is replayed in order', async () => {
    const ids = Array.from({ length: 150 }, (_, i) => `m${i}`);
    for (const id of ids) await meal(id);
    await inFeed('m149');
    const device = openDevice({ claim: { kind: 'cursor', position: { epoch: 1, sequence: 0 } } });
    await eventually(() => expect(device.meals).toEqual(ids));
    expect(device.opened).toMatchObject({ replayed: 150 });
    device.feed.close();
  });
});

test('the last device of a user takes the subscription with it', async () => {
  const hub = createFeedHub(gateway, silentLogger);
  const [one, two] = [openDevice({ hub }), openDevice({ hub })];
  await Promise.all([isOpen(one), isOpen(two)]);
  expect(hub.users()).toEqual([user]);
  one.feed.close();
  expect(hub.users()).toEqual([user]);
  two.feed.close();
  expect(hub.users()).toEqual([]);
});
