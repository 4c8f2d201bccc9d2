import { setTimeout as sleep } from 'node:timers/promises';
import { FEED, MEAL_LOG } from '@mealwire/bus';
import { jetstreamManager } from '@nats-io/jetstream';
import { eventually } from './eventually.js';
import type { TestServers } from './test-nats.js';

/** Between two disturbances: work gets on in between. */
const PAUSE_MS = 700;
const ELECTION_MS = 30_000;

/**
 * Disturbs a cluster: leaders of streams step down, and every other time the server of the leader is
 * killed (it is started again). Resolves after so many disturbances.
 */
export async function disturbLeaders(cluster: TestServers, disturbances: number): Promise<void> {
  const { nc } = await cluster.connect('admin');
  const jsm = await jetstreamManager(nc, { checkAPI: false });
  const leaderOf = async (stream: string): Promise<string> => {
    const leader = (await jsm.streams.info(stream)).cluster?.leader ?? '';
    if (leader === '') throw new Error(`${stream} has no leader right now`);
    return leader;
  };
  const disturb = async (stream: string, isKill: boolean): Promise<void> => {
    const pid = cluster.serverNamed(await leaderOf(stream))?.pid();
    if (isKill && pid !== undefined) process.kill(pid, 'SIGKILL');
    else await nc.request(`$JS.API.STREAM.LEADER.STEPDOWN.${stream}`, '', { timeout: 5_000 });
  };
  for (let n = 0; n < disturbances; n++) {
    const stream = n % 4 < 2 ? MEAL_LOG : FEED;
    await eventually(() => disturb(stream, n % 2 === 1), { timeoutMs: ELECTION_MS });
    await sleep(PAUSE_MS);
  }
}
