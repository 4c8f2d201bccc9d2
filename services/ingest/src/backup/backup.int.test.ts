import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from '@bufbuild/protobuf';
import {
  AI_CONSUMER,
  createEventStore,
  type EventStore,
  MEAL_LOG,
  PROJECTION_CONSUMER,
} from '@mealwire/bus';
import {
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  type MealLogEvent,
  type RecordedEvent,
} from '@mealwire/contracts';
import {
  eventually,
  silentLogger,
  startTestNats,
  startTestPostgres,
  type TestNats,
  type TestPostgres,
} from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../database/connection.js';
import { eraseUser } from '../erasure/erase-user.js';
import { exportUser } from '../erasure/export-user.js';
import { projectEvents } from '../testing/project-events.js';
import { backUp } from './backup.js';
import type { BackupStores } from './backup-stores.js';
import { restore } from './restore.js';

interface Deployment {
  readonly stores: BackupStores;
  readonly events: EventStore;
}

let folder: string;
let postgres: TestPostgres;
const servers: TestNats[] = [];
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mealwire-backup-'));
  postgres = await startTestPostgres();
});

afterAll(async () => {
  for (const close of closing) await close();
  await Promise.all([postgres, ...servers].map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function deploy(name: string): Promise<Deployment> {
  const nats = await startTestNats();
  servers.push(nats);
  const database = createDatabase(await postgres.database(name));
  closing.push(() => database.close());
  await database.migrate();
  const { nc } = await nats.connect('admin');
  const [js, jsm] = [jetstream(nc), await jetstreamManager(nc)];
  const stores = {
    ...{ nc, js, jsm, database, sql: database.client, logger: silentLogger },
    now: () => new Date(),
    progress: () => undefined,
  };
  return { stores, events: createEventStore(js, jsm) };
}

let count = 0;
function event(type: 'created' | 'completed', userId: string, mealLogId: string): MealLogEvent {
  count += 1;
  const metadata = {
    ...{ id: `${type}-${count}`, source: 'test', time: new Date().toISOString() },
    ...{ userId, mealLogId },
  };
  return type === 'created'
    ? {
        type: 'meal_log.created',
        data: create(MealLogCreatedSchema, { userId, mealLogId, text: 'soup, \t"hot"\\N\n' }),
        metadata,
      }
    : {
        type: 'meal_log.completed',
        data: create(MealLogCompletedSchema, { userId, mealLogId }),
        metadata,
      };
}

/** A meal with its outcome, stored and projected. */
async function eat({ stores, events }: Deployment, userId: string, id: string) {
  const created = event('created', userId, id);
  const { sequence } = await events.append(created, 0);
  const completed = event('completed', userId, id);
  const outcome = await events.append(completed, sequence);
  const recorded: RecordedEvent[] = [
    { ...created, sequence },
    { ...completed, sequence: outcome.sequence },
  ];
  await projectEvents(stores.database, recorded);
  await stores.js.publish(`$KV.receipts.${userId}.phone`, '{"epoch":1,"sequence":1}');
}

async function acknowledge({ stores }: Deployment, consumer: string): Promise<void> {
  const { num_pending: pending } = await stores.jsm.consumers.info(MEAL_LOG, consumer);
  const pulled = await stores.js.consumers.get(MEAL_LOG, consumer);
  for await (const message of await pulled.fetch({ max_messages: pending })) {
    await message.ackAck();
  }
}

const held = ({ stores }: Deployment, userId: string) => exportUser(stores, userId);

test('what is restored is what was backed up: streams, consumers, buckets, tables', async () => {
  const before = await deploy('before');
  const after = await deploy('after');
  await eat(before, 'ann', 'm1');
  // The read model is behind, though its consumer has acknowledged it: between the moment of the
  // tables and that of the stream.
  const late = event('created', 'ann', 'm2');
  await before.events.append(late, 0);
  await acknowledge(before, PROJECTION_CONSUMER);
  await eventually(async () => expect((await held(before, 'ann')).submitted).toHaveLength(2));
  await backUp(before.stores, join(folder, 'first'));
  await restore(after.stores, join(folder, 'first'), { force: false });

  const { exported_at: _, meal_logs, archive, ...streams } = await held(after, 'ann');
  const { exported_at: __, meal_logs: rows, archive: ___, ...expected } = await held(before, 'ann');
  expect(streams).toEqual(expected);
  // What the read model did not have yet has been projected, and so archived, meanwhile.
  expect(archive).toMatchObject([{ sequence: 3, mealLogId: 'm2' }]);
  expect(meal_logs).toHaveLength(2);
  expect(meal_logs).toEqual(expect.arrayContaining(rows));
  for (const consumer of [AI_CONSUMER, PROJECTION_CONSUMER]) {
    const [was, is] = await Promise.all(
      [before, after].map(({ stores }) => stores.jsm.consumers.info(MEAL_LOG, consumer)),
    );
    expect([is?.num_pending, is?.ack_floor.stream_seq]).toEqual([
      was?.num_pending,
      was?.ack_floor.stream_seq,
    ]);
  }
  // FEED goes on where it was, with what comes after.
  const { sequence } = await after.events.append(event('completed', 'ann', 'm2'), 3);
  expect(sequence).toBe(4);
  await eventually(async () => expect((await held(after, 'ann')).feed).toHaveLength(2));
});

test('whoever was erased after the backup stays erased where that is known', async () => {
  const deployment = await deploy('erasing');
  await eat(deployment, 'erika', 'm1');
  await eat(deployment, 'bob', 'm1');
  await eventually(async () => expect((await held(deployment, 'bob')).feed).toHaveLength(1));
  await backUp(deployment.stores, join(folder, 'second'));
  await eraseUser({ ...deployment.stores, settleMs: 0 }, 'erika');
  await restore(deployment.stores, join(folder, 'second'), { force: true });
  const { user_id, exported_at, ...ofErika } = await held(deployment, 'erika');
  for (const [store, content] of Object.entries(ofErika)) {
    expect({ store, content }).toEqual({ store, content: [] });
  }
  const bob = await held(deployment, 'bob');
  expect([bob.events.length, bob.feed.length, bob.meal_logs.length]).toEqual([2, 1, 1]);
});

test('whoever was erased stays so when a restoration is interrupted and run again', async () => {
  const deployment = await deploy('interrupted');
  const path = join(folder, 'third');
  const kept = 'tombstones-to-keep.json';
  await eat(deployment, 'erika', 'm1');
  await eat(deployment, 'bob', 'm1');
  await eventually(async () => expect((await held(deployment, 'bob')).feed).toHaveLength(1));
  await backUp(deployment.stores, path);
  await eraseUser({ ...deployment.stores, settleMs: 0 }, 'erika');
  // Once when all is gone and the tombstones with it, once when her events are back.
  for (const step of ['tables', 'stream MEAL_LOG']) {
    const progress = (message: string): void => {
      if (message.startsWith(step)) throw new Error(`dies after ${step}`);
    };
    const dying = restore({ ...deployment.stores, progress }, path, { force: true });
    await expect(dying).rejects.toThrow(step);
    expect(await readdir(path)).toContain(kept);
  }
  await restore(deployment.stores, path, { force: true });
  const { user_id, exported_at, ...ofErika } = await held(deployment, 'erika');
  for (const [store, content] of Object.entries(ofErika)) {
    expect({ store, content }).toEqual({ store, content: [] });
  }
  expect((await held(deployment, 'bob')).meal_logs).toHaveLength(1);
  expect(await readdir(path)).not.toContain(kept);

  await writeFile(join(path, kept), '[{"digest":');
  await expect(restore(deployment.stores, path, { force: true })).rejects.toThrow('is damaged');
  expect((await held(deployment, 'bob')).meal_logs).toHaveLength(1);
});
