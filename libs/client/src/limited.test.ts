import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limited } from './limited.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

test('what comes in time comes through, good or bad, and leaves no timer', async () => {
  await expect(limited(1_000, async () => 'yes')).resolves.toBe('yes');
  await expect(limited(1_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

test('what does not is given up, and told', async () => {
  let told: AbortSignal | undefined;
  const result = limited(1_000, (signal) => {
    told = signal;
    return never();
  });
  const check = expect(result).rejects.toThrow('nothing came in 1000 ms');
  await vi.advanceTimersByTimeAsync(1_000);
  await check;
  expect(told?.aborted).toBe(true);
});

test('what is given up already is not begun', async () => {
  const start = vi.fn(never);
  await expect(limited(1_000, start, AbortSignal.abort())).rejects.toThrow('given up');
  expect(start).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('nobody has to wait for the end of the time', async () => {
  const controller = new AbortController();
  const result = limited(1_000, never, controller.signal);
  controller.abort();
  await expect(result).rejects.toThrow('given up');
  expect(vi.getTimerCount()).toBe(0);
});
