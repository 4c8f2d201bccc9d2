import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sequenced } from '../feed/delivery.js';
import { createReceiptTracker } from './receipt-tracker.js';

const event = (sequence: number): Sequenced => ({ sequence, previous: sequence - 1 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const results: string[] = [];
  const onTimeout = vi.fn();
  const tracker = createReceiptTracker<Sequenced>({
    timeoutMs: 10_000,
    onTimeout,
    onReceived: (events) => void results.push(events.map(({ sequence }) => sequence).join('+')),
  });
  const send = (sequence: number): void =>
    tracker.sent({
      event: event(sequence),
      done: (how) => void results.push(`${sequence} ${how}`),
    });
  return { tracker, send, results, onTimeout };
}

describe('a receipt', () => {
  test('covers everything before it, once', () => {
    const { tracker, send, results } = setUp();
    for (const sequence of [3, 5, 9]) send(sequence);
    tracker.received(5);
    tracker.received(5);
    expect(results).toEqual(['3+5', '3 received', '5 received']);
  });

  test('that does not come in time is noticed', () => {
    const { send, onTimeout } = setUp();
    send(1);
    vi.advanceTimersByTime(9_999);
    expect(onTimeout).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onTimeout).toHaveBeenCalledOnce();
  });

  test('that brings something gives the rest more time; one that brings nothing does not', () => {
    const { tracker, send, onTimeout } = setUp();
    send(1);
    send(2);
    vi.advanceTimersByTime(9_000);
    tracker.received(1);
    vi.advanceTimersByTime(9_000);
    tracker.received(1);
    expect(onTimeout).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(onTimeout).toHaveBeenCalledOnce();
  });

  test('is not waited for when nothing is outstanding', () => {
    const { tracker, send, onTimeout } = setUp();
    send(1);
    tracker.received(1);
    vi.advanceTimersByTime(60_000);
    expect(onTimeout).not.toHaveBeenCalled();
  });
});

test('what has no receipt when the connection ends is still owed', () => {
  const { tracker, send, results, onTimeout } = setUp();
  send(7);
  tracker.close();
  vi.advanceTimersByTime(60_000);
  expect(results).toEqual(['7 owed']);
  expect(onTimeout).not.toHaveBeenCalled();
});
