import { CE_ID, eventSubject } from '@mealwire/contracts';
import { disturbLeaders, startTestCluster, type TestServers } from '@mealwire/testkit';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  appendUntilKnown,
  created,
  expectKeptWhile,
  outcome,
  storeOf,
  versionOf,
} from './testing/rival-workers.js';
import { MEAL_LOG } from './topology.js';

/** Three servers with three replicas: the promises hold while leaders step down and die. */

const DISTURBANCES = Number(process.env['CLUSTER_DISTURBANCES'] ?? 8);
const RACES = 50;

let cluster: TestServers;
let admin: JetStreamManager;

beforeAll(async () => {
  cluster = await startTestCluster();
  admin = await jetstreamManager((await cluster.connect('admin')).nc);
});

afterAll(() => cluster?.stop());

/** The ids, as the leader has them: another replica may not have what is acknowledged. */
async function outcomesAtLeader(userId: string, mealLogId: string): Promise<readonly string[]> {
  const found = await Promise.all(
    (['meal_log.completed', 'meal_log.failed'] as const).map((type) =>
      admin.streams.getMessage(MEAL_LOG, { last_by_subj: eventSubject(type, userId, mealLogId) }),
    ),
  );
  return found.flatMap((message) => message?.header.get(CE_ID) ?? []);
}

describe('three servers', () => {
  test('have three replicas of every stream and bucket', async () => {
    for await (const { config } of admin.streams.list()) {
      expect([config.name, config.num_replicas]).toEqual([config.name, 3]);
    }
  });

  /** A leader refuses while the other one is on its way, and more than half of the time has no winner yet. */
  test('refuse the second of two outcomes only when there is a first', async () => {
    const ingest = await storeOf(cluster, 'ingest');
    const workers = [await storeOf(cluster, 'ai'), await storeOf(cluster, 'ai')] as const;
    for (let n = 0; n < RACES; n++) {
      const mealLogId = `race${n}`;
      await appendUntilKnown(ingest, created('racer', mealLogId), 0);
      const version = await versionOf(ingest, 'racer', mealLogId);
      const winners = await Promise.all(
        workers.map(async (worker, k) => {
          const event = outcome('racer', mealLogId, k === 0);
          return (await appendUntilKnown(worker, event, version)) === 'refused'
            ? outcomesAtLeader('racer', mealLogId)
            : [event.metadata.id];
        }),
      );
      expect(winners[0]).toEqual(winners[1]);
      expect(winners[0]).toHaveLength(1);
    }
  });

  test('keep what they acknowledged, once, and one outcome of each meal, while leaders go', {
    timeout: 240_000,
  }, async () => {
    await expectKeptWhile(cluster, () => disturbLeaders(cluster, DISTURBANCES));
  });
});
