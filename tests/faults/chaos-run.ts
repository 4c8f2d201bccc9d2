import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryDir } from '@mealwire/stack';
import { eventually, listMeals } from '@mealwire/testkit';
import { type Arena, type ArenaOptions, LINES, startArena, TARGETS } from './arena.js';
import { judge, keptEveryPromise, type Verdict } from './judge.js';
import { createNemesis } from './nemesis.js';
import { startProgress } from './progress.js';
import { randomStream } from './random.js';
import { breachLines, totalsLine } from './report.js';
import { schedule } from './schedule.js';
import { startWorkload, type Workload } from './workload.js';

export interface ChaosOptions extends ArenaOptions {
  readonly seconds: number;
  readonly mealsPerSecond: number;
  /** Takes progress and totals, line by line. */
  readonly print: (line: string) => void;
}

/** Above the longest restart delay of the supervisor and the redeliveries after it. */
const SETTLE_TIMEOUT_MS = 90_000;
const SETTLE_POLL_MS = 1_000;

/**
 * One run: everything up, phones connected, meals submitted while the nemesis breaks things; then
 * everything healed, settled, judged. Leaves history and logs behind when a promise was broken.
 */
export async function runChaos(options: ChaosOptions): Promise<Verdict> {
  const { seed, seconds, print } = options;
  const arena = await startArena(options);
  const { happenings } = arena.history;
  const progress = startProgress(arena.history, arena.phones, print);
  try {
    await unleash(arena, options);
    await settle(arena);
    await recordStates(arena);
    const verdict = judge(happenings);
    if (!keptEveryPromise(verdict)) await leaveEvidence(arena, verdict, options);
    const totals = totalsLine(verdict, happenings, { seed, seconds });
    print(totals);
    // For `make chaos`, whose last line it is.
    await writeFile(join(await evidenceDir(), 'totals.txt'), `${totals}\n`);
    return verdict;
  } finally {
    progress.stop();
    await arena.stop();
  }
}

/** Meals and faults, for the time that was asked for; then heals, and waits for the last 201. */
async function unleash(arena: Arena, options: ChaosOptions): Promise<void> {
  const { history, eaters, origins } = arena;
  const { seed, seconds, mealsPerSecond } = options;
  const durationMs = seconds * 1000;
  const nemesis = createNemesis({
    ...arena,
    random: randomStream(seed, 'nemesis'),
    onFault: (fault, hit) => history.record({ kind: hit ? 'fault' : 'fault-missed', fault }),
  });
  const workload = startWorkload({
    ...{ eaters, origins, mealsPerSecond, history },
    random: randomStream(seed, 'workload'),
  });
  try {
    const faults = schedule({ seed, durationMs, targets: TARGETS, lines: LINES });
    await nemesis.run(faults, AbortSignal.timeout(durationMs));
  } finally {
    workload.stop();
    nemesis.heal();
    history.record({ kind: 'healed' });
  }
  await allAccepted(workload);
}

async function allAccepted(workload: Workload): Promise<void> {
  await pollUntil(() => workload.pending() === 0);
  // What is not accepted by now never will be; the judge names it.
  workload.abandon();
}

/** Waits until everything that is owed has arrived; what has not by then is lost. */
async function settle({ history, feedLog }: Arena): Promise<void> {
  await pollUntil(() => judge(history.happenings).lost.length === 0);
  await feedLog.finish();
}

/** The users' lists of meals, once they say what the feed says or the time for that is over. */
async function recordStates({ directOrigin, history, eaters }: Arena): Promise<void> {
  const { happenings } = history;
  const ended = new Set(happenings.flatMap((h) => (h.kind === 'feed' ? [h.meal] : [])));
  const lists = new Map<string, Awaited<ReturnType<typeof listMeals>>>();
  await pollUntil(async () => {
    for (const { user, token } of eaters) {
      lists.set(user, await listMeals(directOrigin, token).catch(() => lists.get(user) ?? []));
    }
    const shown = [...lists.values()].flat().filter(({ status }) => status !== 'processing');
    return shown.length === ended.size;
  });
  for (const [user, meals] of lists) {
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
  { history, logDir }: Arena,
  verdict: Verdict,
  { seed, seconds, print }: ChaosOptions,
): Promise<void> {
  const folder = await evidenceDir();
  await history.save(join(folder, `${seed}.jsonl`));
  const logs = join(folder, `${seed}-logs`);
  await cp(logDir, logs, { recursive: true, force: true });
  for (const line of breachLines(verdict)) print(line);
  print(`history: ${join(folder, `${seed}.jsonl`)}, logs: ${logs}`);
  print(`again: make chaos SECONDS=${seconds} SEED=${seed}`);
}

async function evidenceDir(): Promise<string> {
  const folder = join(repositoryDir, '.data', 'chaos');
  await mkdir(folder, { recursive: true });
  return folder;
}
