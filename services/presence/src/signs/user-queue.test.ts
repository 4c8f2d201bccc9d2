import { describe, expect, test } from 'vitest';
import type { Sign } from './sign.js';
import { createUserQueue } from './user-queue.js';

function sign(connectionId: string): Sign {
  const times = { atMs: 1, connectedAtMs: 1 };
  return { kind: 'seen', connectionId, gatewayId: 'g', deviceId: 'd', ...times };
}

/** A queue whose work is finished by hand. */
function manualQueue(concurrency: number) {
  const started: { readonly job: string; readonly finish: () => void }[] = [];
  const queue = createUserQueue(
    concurrency,
    (userId, signs) =>
      new Promise((resolve) => {
        const job = `${userId}:${signs.map((s) => s.connectionId).join('')}`;
        started.push({ job, finish: resolve });
      }),
  );
  return { queue, jobs: () => started.map(({ job }) => job), started };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of users', () => {
  test('works on several users, on each one thing at a time', async () => {
    const { queue, jobs, started } = manualQueue(2);
    queue.add('alice', [sign('1')]);
    queue.add('alice', [sign('2')]);
    queue.add('bob', [sign('3')]);
    queue.add('carol', [sign('4')]);
    queue.add('alice', [sign('5')]);
    expect(jobs()).toEqual(['alice:1', 'bob:3']);
    started[0]?.finish();
    await settle();
    expect(jobs()).toEqual(['alice:1', 'bob:3', 'alice:25']);
    started[1]?.finish();
    await settle();
    expect(jobs()).toEqual(['alice:1', 'bob:3', 'alice:25', 'carol:4']);
  });

  test('is idle when everything is done', async () => {
    const { queue, started } = manualQueue(1);
    await queue.idle();
    queue.add('alice', [sign('1')]);
    queue.add('bob', [sign('2')]);
    let idle = false;
    const whenIdle = queue.idle().then(() => {
      idle = true;
    });
    started[0]?.finish();
    await settle();
    expect(idle).toBe(false);
    started[1]?.finish();
    await whenIdle;
  });
});
