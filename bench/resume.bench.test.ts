import { once } from 'node:events';
import { startTestNats, type TestNats } from '@mealwire/testkit';
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, test } from 'vitest';
import { createFeedReader, type FeedReader } from '../services/gateway/src/feed/feed-reader.js';
import { createGate } from '../services/gateway/src/feed/gate.js';
import { awaitWelcome, type GatewayProcess, startGateway } from './support/gateway-process.js';
import { createOutcomes, type Outcomes } from './support/outcomes.js';
import { ms, percentiles, report, timed } from './support/report.js';

/** What does coming back cost, and does it depend on how many users there are? */

/** One outcome each, so that a page is the same work whatever the number of users. */
const USERS = [1, 1_000, 100_000];
const SAMPLES = 1_000;
const WELCOMES = 400;
/** As WS_RESUME_CONCURRENCY. */
const AT_ONCE = 64;

let nats: TestNats;
let gateway: GatewayProcess;
let outcomes: Outcomes;
let reader: FeedReader;

beforeAll(async () => {
  nats = await startTestNats();
  gateway = await startGateway(nats);
  outcomes = await createOutcomes((await nats.connect('admin')).nc);
  const jsm = await jetstreamManager((await nats.connect('gateway')).nc, { checkAPI: false });
  reader = createFeedReader(jsm, createGate(AT_ONCE));
});

afterAll(async () => {
  await gateway?.stop();
  await nats?.stop();
});

/** Devices come back from all over the feed: what they read is in no order. */
const anyOf = (users: number): string => `u${Math.floor(Math.random() * users)}`;

function* feeds(from: number, to: number): Iterable<string> {
  for (let i = from; i < to; i++) yield `u${i}`;
}

test('resuming a feed', async () => {
  const rows: string[][] = [];
  let filled = 0;
  for (const users of USERS) {
    await outcomes.fill(feeds(filled, users));
    filled = users;
    const resume = async (): Promise<void> => {
      const user = anyOf(users);
      await reader.head(user);
      await reader.page(user, 0, 0);
    };
    const open = async (): Promise<void> => {
      const socket = gateway.connect(await gateway.tokenOf(anyOf(users)));
      await awaitWelcome(socket);
      socket.close();
      await once(socket, 'close');
    };
    for (const [what, count, work] of [
      ['head + page', SAMPLES, resume],
      ['upgrade → welcome → close', WELCOMES, open],
    ] as const) {
      await timed(50, 4, work);
      for (const atOnce of [1, users === 1 && work === open ? 4 : AT_ONCE]) {
        const startedAt = performance.now();
        const elapsed = await timed(count, atOnce, work);
        const perSecond = count / ((performance.now() - startedAt) / 1000);
        rows.push([
          ...[String(users), what, String(atOnce)],
          ...[...ms(percentiles(elapsed)), perSecond.toFixed(0)],
        ]);
      }
    }
  }
  const columns = ['users in FEED', 'what', 'at once', 'p50 ms', 'p95 ms', 'p99 ms', 'per s'];
  report('Resume', columns, rows);
});
