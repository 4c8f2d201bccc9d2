import type { Sign } from './sign.js';

/** Never rejects: what goes wrong with one user is not the queue's business. */
export type UserWork = (userId: string, signs: readonly Sign[]) => Promise<void>;

export interface UserQueue {
  add(userId: string, signs: readonly Sign[]): void;
  /** Resolves when everything that was added is done. */
  idle(): Promise<void>;
}

/**
 * Works on several users at once, on each user one thing at a time. Signs that come while their
 * user is being worked on are put together, so a backlog grows with the users, not with the pings.
 */
export function createUserQueue(concurrency: number, work: UserWork): UserQueue {
  const waiting = new Map<string, readonly Sign[]>();
  const busy = new Set<string>();
  let whenIdle: (() => void)[] = [];

  function pump(): void {
    for (const [userId, signs] of waiting) {
      if (busy.size >= concurrency) return;
      if (busy.has(userId)) continue;
      waiting.delete(userId);
      busy.add(userId);
      void work(userId, signs).finally(() => {
        busy.delete(userId);
        pump();
      });
    }
    if (busy.size > 0 || waiting.size > 0) return;
    for (const resolve of whenIdle) resolve();
    whenIdle = [];
  }

  return {
    add: (userId, signs) => {
      waiting.set(userId, [...(waiting.get(userId) ?? []), ...signs]);
      pump();
    },
    idle: () =>
      new Promise((resolve) => {
        whenIdle.push(resolve);
        pump();
      }),
  };
}
