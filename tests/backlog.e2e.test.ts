import { isOutcomeFrame } from '@mealwire/contracts';
import type { Stack } from '@mealwire/stack';
import { type AppPhone, eventually, openAppPhone, startTestStack } from '@mealwire/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Meals that have piled up are shared by all `ai` processes, in the order of each user. */

const USERS = 10;
const MEALS_EACH = 20;

let stack: Stack;
const phones: AppPhone[] = [];

beforeAll(async () => {
  stack = await startTestStack({
    instances: { ai: 2 },
    env: { AI_ARTIFICIAL_DELAY_MS: '150', AI_CONCURRENCY: '4' },
  });
  const { origin } = stack.info();
  for (let user = 0; user < USERS; user += 1) {
    phones.push(await openAppPhone({ origin, user: `user-${user}` }));
  }
});

afterAll(async () => {
  for (const phone of phones) phone.close();
  await stack?.stop();
});

const mealsOf = (user: number): readonly string[] =>
  Array.from({ length: MEALS_EACH }, (_, meal) => `meal-${user}-${meal}`);

function signalAll(signal: NodeJS.Signals): void {
  for (const name of ['ai-1', 'ai-2']) process.kill(stack.process(name).pid() as number, signal);
}

async function backlogOf(name: string): Promise<number> {
  const { url } = stack.info().processes.find((p) => p.name === name) ?? { url: '' };
  const metrics = await (await fetch(new URL('/metrics', url))).text();
  const states = metrics.matchAll(/^mealwire_analysis_backlog\{.*\} (\S+)/gm);
  return [...states].reduce((sum, [, value]) => sum + Number(value), 0);
}

test('a process is killed amid a backlog: every meal ends once, each user’s in order', async () => {
  signalAll('SIGSTOP');
  await Promise.all(
    phones.map(async ({ api }, user) => {
      for (const client_id of mealsOf(user)) {
        expect((await api.submit({ text: 'an apple', client_id })).status).toBe(201);
      }
    }),
  );
  signalAll('SIGCONT');
  await eventually(async () => expect(await backlogOf('ai-2')).toBeGreaterThan(0));
  await eventually(() => {
    const ended = phones.flatMap(({ frames }) => frames.filter(isOutcomeFrame)).length;
    expect(ended).toBeGreaterThan((USERS * MEALS_EACH) / 4);
  });
  process.kill(stack.process('ai-1').pid() as number, 'SIGKILL');
  await eventually(
    () => {
      for (const { frames } of phones) {
        expect(frames.filter(isOutcomeFrame)).toHaveLength(MEALS_EACH);
      }
    },
    { timeoutMs: 50_000 },
  );
  for (const [user, { frames }] of phones.entries()) {
    const ids = frames.filter(isOutcomeFrame).map(({ meal_log_id }) => meal_log_id);
    expect(ids).toEqual(mealsOf(user));
  }
});
