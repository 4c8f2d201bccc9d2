import {
  eventually,
  silentLogger,
  startTestCluster,
  startTestNats,
  type TestServers,
} from '@mealwire/testkit';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { provision } from './provision.js';
import { restartSource } from './restart-source.js';
import { type SourceWatch, startSourceWatch } from './source-watch.js';
import { readBatch } from './stored-messages.js';
import { FEED, MEAL_LOG, streams } from './topology.js';

/** A stream that the server does not fill, though its source is there. */

let nats: TestServers;
let jsm: JetStreamManager;
let watch: SourceWatch | undefined;
let restarted: string[];

async function start(startServers: () => Promise<TestServers>): Promise<void> {
  nats = await startServers();
  jsm = await jetstreamManager((await nats.connect('admin')).nc);
  restarted = [];
}

afterEach(async () => {
  await watch?.stop();
  await nats.stop();
});

/** With the permissions of the service that does it. */
async function startWatch(): Promise<void> {
  watch = await startSourceWatch({
    bus: await nats.connect('ingest'),
    onRestart: (stream) => restarted.push(stream),
    logger: silentLogger,
  });
}

const publish = (meal: string): Promise<unknown> =>
  jsm.jetstream().publish(`meal_log.completed.anna.${meal}`, '{}', { msgID: meal });

async function feed(): Promise<readonly string[]> {
  const stored = await readBatch(jsm, FEED, { seq: 1, next_by_subj: 'feed.anna', batch: 1000 });
  return stored.map(({ header }) => header.get('Nats-Msg-Id'));
}

async function sourcesOfFeed() {
  return (await jsm.streams.info(FEED)).sources ?? [];
}

describe('on a single server, a stream', () => {
  beforeEach(() => start(startTestNats));

  test('that was refused when it asked for its source asks again at once', async () => {
    // As at a restart of the server: FEED is read before MEAL_LOG, and finds no source.
    await jsm.streams.delete(MEAL_LOG);
    await jsm.streams.delete(FEED);
    const declared = streams({ replicas: 1 });
    await jsm.streams.add(declared.find(({ name }) => name === FEED) ?? { name: FEED });
    await eventually(async () => expect((await sourcesOfFeed())[0]?.error?.err_code).toBe(10059));
    await provision((await nats.connect('admin')).nc, { replicas: 1 });
    await publish('m1');
    await startWatch();
    // The server itself would have waited 12 s.
    await eventually(async () => expect(await feed()).toEqual(['m1']), { timeoutMs: 10_000 });
    await eventually(() => expect(restarted).toContain(FEED));
  });

  test('that hears of its source is left alone, and so is one whose source is not there', async () => {
    await startWatch();
    await publish('m1');
    await eventually(async () => expect((await sourcesOfFeed())[0]?.active).toBeGreaterThan(0));
    await jsm.streams.delete(MEAL_LOG);
    await eventually(async () => expect((await sourcesOfFeed())[0]?.active).toBeGreaterThan(6e9));
    expect(restarted).toEqual([]);
  });
});

test('on three servers another one leads, and nothing is left out or comes twice', {
  timeout: 120_000,
}, async () => {
  await start(startTestCluster);
  for (const meal of ['m1', 'm2']) await publish(meal);
  await eventually(async () => expect(await feed()).toEqual(['m1', 'm2']));
  const leader = async () => (await jsm.streams.info(FEED)).cluster?.leader;
  const before = await leader();
  const { nc } = await nats.connect('ingest');
  const declared = streams({ replicas: 3 }).find(({ name }) => name === FEED) ?? { name: FEED };
  await restartSource(nc, await jetstreamManager(nc, { checkAPI: false }), declared);
  await publish('m3');
  // Nobody watches here: the new leader may rest before it asks.
  await eventually(async () => expect(await feed()).toEqual(['m1', 'm2', 'm3']), {
    timeoutMs: 60_000,
  });
  await eventually(async () => expect(await leader()).toBeDefined());
  expect(await leader()).not.toBe(before);
});

describe.each([
  { servers: 'one server', startServers: startTestNats },
  { servers: 'three servers', startServers: startTestCluster },
])('on $servers, a stream whose source was taken off', ({ startServers }) => {
  beforeEach(() => start(startServers));

  test('goes on where it stood', async () => {
    for (const meal of ['m1', 'm2']) await publish(meal);
    await eventually(async () => expect(await feed()).toEqual(['m1', 'm2']));
    const declared = (await jsm.streams.info(FEED)).config.sources;
    await jsm.streams.update(FEED, { sources: [] });
    await publish('m3');
    await startWatch();
    await eventually(async () => expect(await feed()).toEqual(['m1', 'm2', 'm3']));
    // A second time where a busy machine took longer than the first pause.
    await eventually(() => expect([...new Set(restarted)]).toEqual([FEED]));
    // A start that was written down would count again whenever the stream is empty.
    expect((await jsm.streams.info(FEED)).config.sources).toEqual(declared);
  });
});
