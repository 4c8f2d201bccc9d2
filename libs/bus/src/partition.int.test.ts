import { setTimeout as sleep } from 'node:timers/promises';
import { type DivisibleCluster, eventually, startDivisibleCluster } from '@mealwire/testkit';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, test } from 'vitest';
import { expectKeptWhile } from './testing/rival-workers.js';
import { FEED, MEAL_LOG } from './topology.js';

/** A leader that the other two do not hear, and that does not know it: its clients stay with it. */

const ROUNDS = Number(process.env['PARTITION_ROUNDS'] ?? 2);
/** The old leader believes in itself for some ten seconds, the others elect one after four to nine. */
const TWO_LEADERS_MS = 3_000;
const ELECTION_MS = 60_000;

let cluster: DivisibleCluster;
/** By the name of the server that is asked. */
const managers = new Map<string, JetStreamManager>();

beforeAll(async () => {
  cluster = await startDivisibleCluster();
  for (const url of cluster.url.split(',')) {
    const { nc } = await cluster.connect('admin', Number(new URL(url).port));
    managers.set(
      nc.info?.server_name ?? '',
      await jetstreamManager(nc, { checkAPI: false, timeout: 2_000 }),
    );
  }
});

afterAll(() => cluster?.stop());

/** As those servers say that know of one. */
async function leaderOf(stream: string, except?: string): Promise<string> {
  const told = await Promise.all(
    [...managers].map(async ([name, manager]) => {
      if (name === except) return undefined;
      const info = await manager.streams.info(stream).catch(() => undefined);
      return info?.cluster?.leader;
    }),
  );
  const leader = told.find((name) => name !== undefined && name !== '' && name !== except);
  if (leader === undefined) throw new Error(`${stream} has no leader right now`);
  return leader;
}

test('one outcome of each meal, and nothing lost, while leaders are cut off', {
  timeout: 180_000 * ROUNDS,
}, async () => {
  await expectKeptWhile(cluster, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const stream = round % 2 === 0 ? MEAL_LOG : FEED;
      const leader = await eventually(() => leaderOf(stream), { timeoutMs: ELECTION_MS });
      cluster.cutOff(leader);
      const next = await eventually(() => leaderOf(stream, leader), { timeoutMs: ELECTION_MS });
      await sleep(TWO_LEADERS_MS);
      cluster.heal();
      process.stdout.write(`${stream}: ${leader} was cut off, ${next} led\n`);
    }
  });
});
