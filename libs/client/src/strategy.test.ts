import { describe, expect, test } from 'vitest';
import { DEFAULT_STRATEGY, strategyFor } from './strategy.js';

const eager = { ...DEFAULT_STRATEGY, name: 'eager' };

describe('two strategies', () => {
  test('share the users evenly, and each user keeps one', () => {
    const users = Array.from({ length: 2_000 }, (_, n) => `user-${n}`);
    const names = users.map((user) => strategyFor(user, [DEFAULT_STRATEGY, eager]).name);
    const eagerUsers = names.filter((name) => name === 'eager').length;
    expect(eagerUsers).toBeGreaterThan(900);
    expect(eagerUsers).toBeLessThan(1_100);
    expect(users.map((user) => strategyFor(user, [DEFAULT_STRATEGY, eager]).name)).toEqual(names);
  });

  test('are needed to choose from', () => {
    expect(() => strategyFor('alice', [])).toThrow(RangeError);
  });
});
