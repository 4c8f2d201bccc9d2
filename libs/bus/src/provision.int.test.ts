import { eventFilter } from '@mealwire/contracts';
import { eventually, startTestNats, type TestNats } from '@mealwire/testkit';
import { AckPolicy, type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { provision } from './provision.js';
import { readBatch } from './stored-messages.js';
import { AI_CONSUMER, FEED, MEAL_LOG, streams } from './topology.js';

/** A server that was provisioned by a release before this one. */

/** A source that was refused rests for 12 s (docs/adr/0025): nobody watches over it here. */
const REST_MS = 25_000;

let nats: TestNats;
let nc: NatsConnection;
let jsm: JetStreamManager;

beforeEach(async () => {
  nats = await startTestNats();
  nc = (await nats.connect('admin')).nc;
  jsm = await jetstreamManager(nc);
});

afterEach(() => nats.stop());

const publish = (type: string, meal: string): Promise<unknown> =>
  jsm.jetstream().publish(`meal_log.${type}.anna.${meal}`, '{}', { msgID: `${type}-${meal}` });

async function feed(): Promise<readonly string[]> {
  const stored = await readBatch(jsm, FEED, { seq: 1, next_by_subj: 'feed.anna', batch: 1000 });
  return stored.map(({ header }) => header.get('Nats-Msg-Id'));
}

describe('a stream whose sources get more filters', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    await jsm.streams.delete(FEED);
    const declared = streams({ replicas: 1 }).find(({ name }) => name === FEED);
    const types = ['meal_log.completed', 'meal_log.failed'] as const;
    await jsm.streams.add({
      ...declared,
      name: FEED,
      sources: [
        {
          name: MEAL_LOG,
          subject_transforms: types.map((type) => ({
            src: eventFilter(type),
            dest: 'feed.{{wildcard(1)}}',
          })),
        },
      ],
    });
  });

  test('keeps what it has, gets nothing again, and the new events too', async () => {
    for (const meal of ['m1', 'm2', 'm3']) await publish('completed', meal);
    await expect.poll(feed).toHaveLength(3);
    const { created } = await jsm.streams.info(FEED);

    await provision(nc, { replicas: 1 });
    await publish('retried', 'm1');
    await publish('failed', 'm1');
    const all = ['completed-m1', 'completed-m2', 'completed-m3', 'retried-m1', 'failed-m1'];
    await expect.poll(feed).toEqual(all);
    expect((await jsm.streams.info(FEED)).created).toBe(created);

    await provision(nc, { replicas: 1 });
    await publish('deleted', 'm1');
    await expect.poll(feed).toEqual([...all, 'deleted-m1']);

    // Where it once began does not count for ever: what it has forgotten stays forgotten.
    await jsm.streams.purge(FEED);
    process.kill(nats.server.pid() as number, 'SIGKILL');
    await eventually(() => expect(nats.server.restarts()).toBe(1));
    await eventually(() => publish('completed', 'm9'));
    await expect.poll(feed, { timeout: REST_MS }).toEqual(['completed-m9']);
  });

  test('loses nothing of what is stored meanwhile', async () => {
    let stop = false;
    let last = 0;
    const publishing = (async () => {
      while (!stop) await publish('completed', `m${++last}`);
    })();
    await expect.poll(async () => (await feed()).length).toBeGreaterThan(50);
    await provision(nc, { replicas: 1 });
    stop = true;
    await publishing;
    await publish('deleted', 'last');
    await expect.poll(async () => (await feed()).at(-1)).toBe('deleted-last');
    const expected = Array.from({ length: last }, (_, i) => `completed-m${i + 1}`);
    expect(await feed()).toEqual([...expected, 'deleted-last']);
  });

  test('does not read everything again after a restart before the first new event', async () => {
    for (const meal of ['m1', 'm2']) await publish('completed', meal);
    await expect.poll(feed).toHaveLength(2);
    await provision(nc, { replicas: 1 });
    process.kill(nats.server.pid() as number, 'SIGKILL');
    await eventually(() => expect(nats.server.restarts()).toBe(1));
    await expect.poll(feed, { timeout: REST_MS }).toHaveLength(2);
    await publish('corrected', 'm1');
    await expect.poll(feed).toEqual(['completed-m1', 'completed-m2', 'corrected-m1']);
  });

  test('that was interrupted between the two steps goes on where it was', async () => {
    await publish('completed', 'm1');
    await expect.poll(feed).toHaveLength(1);
    const { config } = await jsm.streams.info(FEED);
    await jsm.streams.update(FEED, { ...config, sources: [] });
    await publish('completed', 'm2');
    await provision(nc, { replicas: 1 });
    await expect.poll(feed).toEqual(['completed-m1', 'completed-m2']);
  });

  test('and is empty has what came before it', async () => {
    await publish('retried', 'm1');
    await provision(nc, { replicas: 1 });
    await expect.poll(feed).toEqual(['retried-m1']);
  });
});

test('a consumer that gets more filters goes on where it was', async () => {
  await jsm.consumers.delete(MEAL_LOG, AI_CONSUMER);
  await jsm.consumers.add(MEAL_LOG, {
    durable_name: AI_CONSUMER,
    filter_subject: eventFilter('meal_log.created'),
    ack_policy: AckPolicy.Explicit,
    max_deliver: -1,
    max_ack_pending: 1000,
  });
  for (const meal of ['m1', 'm2', 'm3']) await publish('created', meal);
  const consumer = await jsm.jetstream().consumers.get(MEAL_LOG, AI_CONSUMER);
  await (await consumer.next())?.ackAck();
  await consumer.next();

  await provision(nc, { replicas: 1 });
  await publish('retried', 'm1');
  await expect
    .poll(() => jsm.consumers.info(MEAL_LOG, AI_CONSUMER))
    .toMatchObject({ num_ack_pending: 1, num_pending: 2, ack_floor: { stream_seq: 1 } });
  expect((await consumer.next())?.subject).toBe('meal_log.created.anna.m3');
  expect((await consumer.next())?.subject).toBe('meal_log.retried.anna.m1');
});
