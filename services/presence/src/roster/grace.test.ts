import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createGrace } from './grace.js';

describe('grace', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('begins when the bucket is another one, and ends after the TTL', () => {
    const grace = createGrace();
    const over: string[] = [];
    grace.opened('monday', 1_000, () => over.push('monday'));
    grace.opened('monday', 1_000, () => over.push('monday again'));
    expect(grace.isRunning()).toBe(false);
    grace.opened('tuesday', 1_000, () => over.push('tuesday'));
    expect(grace.isRunning()).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect(grace.isRunning()).toBe(false);
    expect(over).toEqual(['tuesday']);
  });
});
