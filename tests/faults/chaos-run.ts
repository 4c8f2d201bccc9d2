import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryDir, type Stack } from '@mealwire/stack';
import {
  devToken,
  eventually,
  type FaultProxy,
  listMeals,
  type PhoneKind,
  type SimulatedPhone,
  startFaultProxy,
  startTestStack,
} from '@mealwire/testkit';
import { type FeedLog, startFeedLog } from './feed-log.js';
import { startFleet } from './fleet.js';
import { createHistory, type History } from './history.js';
import { judge, keptEveryPromise, type Verdict } from './judge.js';
import { createNemesis, type Nemesis } from './nemesis.js';
import { startProgress } from './progress.js';
import { randomStream } from './random.js';
import { breachLines, totalsLine } from './report.js';
import { schedule, type Target } from './schedule.js';
import { type Eater, startWorkload, type Workload } from './workload.js';

export interface ChaosOptions {
  readonly seed: number;
  readonly seconds: number;
  readonly users: number;
  /** The devices of every user; at most one `app`. */
  readonly kinds: readonly PhoneKind[];
  readonly mealsPerSecond: number;
  /** Takes progress and totals, line by line. */
  readonly print: (line: string) => void;
}

/** Times that would make a run wait, shortened; names and meaning are the services'. */
const ENV = {
  AI_ARTIFICIAL_DELAY_MS: '300',
  WS_PONG_TIMEOUT_MS: '3000',
  WS_AUDIT_INTERVAL_MS: '1000',
  SSE_HEARTBEAT_MS: '1000',
  // The phones ping and acknowledge every second.
  WS_FRAMES_PER_MINUTE: '600',
};

const INSTANCES = { gateway: 2, ai: 2, ingest: 2 };
const TARGETS: readonly Target[] = [
  { name: 'gateway-1', kinds: ['kill', 'stop', 'term'] },
  { name: 'gateway-2', kinds: ['kill', 'stop', 'term'] },
  { name: 'nats', kinds: ['kill', 'stop', 'term'] },
  { name: 'ai-1', kinds: ['kill', 'stop', 'term'] },
  { name: 'ai-2', kinds: ['kill', 'stop', 'term'] },
  { name: 'ingest-1', kinds: ['kill', 'stop', 'term'] },
  // Takes no requests, the gateways know the first one; projects beside it.
  { name: 'ingest-2', kinds: ['kill', 'stop', 'term'] },
  { name: 'presence-1', kinds: ['kill', 'stop', 'term'] },
  // SIGTERM would wait for its clients to leave.
  { name: 'postgres', kinds: ['kill', 'stop'] },
];
/** Above the longest restart delay of the supervisor and the redeliveries after it. */
const SETTLE_TIMEOUT_MS = 90_000;
const SETTLE_POLL_MS = 1_000;

/**
 * One run: everything up, phones connected, meals submitted while the nemesis breaks things; then
 * everything healed, settled, judged. Leaves history and logs behind when a promise was broken.
 */
export async function runChaos(options: ChaosOptions): Promise<Verdict> {
  const stack = await startTestStack({ instances: INSTANCES, env: ENV });
  try {
    return await runOn(stack, options);
  } finally {
    await stack.stop();
  }
}

/** What a run is made of; ended in reverse order. */
interface Arena {
  readonly stack: Stack;
  readonly history: History;
  readonly eaters: readonly Eater[];
  readonly proxies: readonly FaultProxy[];
  readonly phones: readonly SimulatedPhone[];
  readonly feedLog: FeedLog;
  readonly nemesis: Nemesis;
}

async function runOn(stack: Stack, options: ChaosOptions): Promise<Verdict> {
  const { seed, seconds, print } = options;
  const arena = await prepare(stack, options);
  const { history, phones, proxies, feedLog } = arena;
  const progress = startProgress(history, phones, print);
  try {
    await unleash(arena, options);
    await settle(arena);
    await recordStates(arena);
  } finally {
    progress.stop();
    for (const phone of phones) phone.stop();
    await feedLog.stop();
    for (const proxy of proxies) await proxy.stop();
  }
  const verdict = judge(history.happenings);
  if (!keptEveryPromise(verdict)) await leaveEvidence(arena, verdict, options);
  print(totalsLine(verdict, history.happenings, { seed, seconds }));
  return verdict;
}

async function prepare(stack: Stack, options: ChaosOptions): Promise<Arena> {
  const { seed, users, kinds } = options;
  const history = createHistory();
  const gateways = stack.info().processes.filter(({ service }) => service === 'gateway');
  const proxies = await Promise.all(
    gateways.map(({ name, port }) =>
      startFaultProxy({ targetPort: port, random: randomStream(seed, `proxy ${name}`) }),
    ),
  );
  const origins = proxies.map(({ origin }) => origin);
  const eaters = await Promise.all(
    userNames(users).map(async (user) => ({
      user,
      token: await devToken(stack.info().origin, user),
    })),
  );
  const phones = startFleet({ eaters, kinds, origins, seed, history });
  await eventually(() => allWelcomed(phones), { timeoutMs: 30_000 });
  const feedLog = await startFeedLog(stack, history);
  const nemesis = createNemesis({
    stack,
    proxies,
    phones,
    random: randomStream(seed, 'nemesis'),
    onFault: (fault, hit) => history.record({ kind: hit ? 'fault' : 'fault-missed', fault }),
  });
  return { stack, history, eaters, proxies, phones, feedLog, nemesis };
}

/** One of them is no subject token, and so is encoded on its way. */
function userNames(users: number): string[] {
  return Array.from({ length: users }, (_, i) => (i === 0 ? 'auth0|ann.1' : `user-${i + 1}`));
}

function allWelcomed(phones: readonly SimulatedPhone[]): void {
  const missing = phones.filter((phone) => !phone.isWelcomed()).map(({ device }) => device);
  if (missing.length > 0) throw new Error(`not connected: ${missing.join(', ')}`);
}

/** Meals and faults, for the time that was asked for; then heals, and waits for the last 201. */
async function unleash(arena: Arena, options: ChaosOptions): Promise<void> {
  const { history, eaters, proxies, nemesis } = arena;
  const { seed, seconds, mealsPerSecond } = options;
  const workload = startWorkload({
    eaters,
    origins: proxies.map(({ origin }) => origin),
    mealsPerSecond,
    random: randomStream(seed, 'workload'),
    history,
  });
  try {
    const durationMs = seconds * 1000;
    const faults = schedule({ seed, durationMs, targets: TARGETS, proxies: proxies.length });
    await nemesis.run(faults, AbortSignal.timeout(durationMs));
  } finally {
    workload.stop();
    nemesis.heal();
    history.record({ kind: 'healed' });
  }
  await allAccepted(workload);
}

async function allAccepted(workload: Workload): Promise<void> {
  await eventually(
    () => {
      if (workload.pending() > 0) throw new Error(`${workload.pending()} meals are not accepted`);
    },
    { timeoutMs: SETTLE_TIMEOUT_MS },
    // The judge names them.
  ).catch(() => workload.abandon());
}

/** Waits until everything that is owed has arrived; what has not by then is lost. */
async function settle({ history, feedLog }: Arena): Promise<void> {
  await pollUntil(() => judge(history.happenings).lost.length === 0);
  await feedLog.finish();
}

/** The users' lists of meals, once they say what the feed says or the time for that is over. */
async function recordStates({ stack, history, eaters }: Arena): Promise<void> {
  const { origin } = stack.info();
  const ended = new Map<string, number>();
  for (const h of history.happenings) {
    if (h.kind === 'feed') ended.set(h.user, (ended.get(h.user) ?? 0) + 1);
  }
  for (const { user, token } of eaters) {
    let meals: Awaited<ReturnType<typeof listMeals>> = [];
    await pollUntil(async () => {
      meals = await listMeals(origin, token).catch(() => []);
      return meals.filter(({ status }) => status !== 'processing').length === ended.get(user);
    });
    for (const { id, status } of meals) history.record({ kind: 'state', user, meal: id, status });
  }
}

async function pollUntil(check: () => Promise<boolean> | boolean): Promise<void> {
  await eventually(
    async () => {
      if (await check()) return;
      await new Promise((resolve) => setTimeout(resolve, SETTLE_POLL_MS));
      throw new Error('not yet');
    },
    { timeoutMs: SETTLE_TIMEOUT_MS },
  ).catch(() => undefined);
}

/** History and logs, and how to have it all again. */
async function leaveEvidence(
  { stack, history }: Arena,
  verdict: Verdict,
  { seed, seconds, print }: ChaosOptions,
): Promise<void> {
  const folder = join(repositoryDir, '.data', 'chaos');
  await mkdir(folder, { recursive: true });
  await history.save(join(folder, `${seed}.jsonl`));
  const logs = join(folder, `${seed}-logs`);
  await cp(join(stack.info().dataDir, 'logs'), logs, { recursive: true, force: true });
  for (const line of breachLines(verdict)) print(line);
  print(`history: ${join(folder, `${seed}.jsonl`)}, logs: ${logs}`);
  print(`again: make chaos SECONDS=${seconds} SEED=${seed}`);
}
