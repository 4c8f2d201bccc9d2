import { create } from '@bufbuild/protobuf';
import { MealLogCreatedSchema, type RecordedEvent } from '@mealwire/contracts';
import { describe, expect, test, vi } from 'vitest';
import { createSubmissionOrder } from './submission-order.js';

const event: RecordedEvent = {
  type: 'meal_log.created',
  sequence: 7,
  data: create(MealLogCreatedSchema, { userId: 'alice', mealLogId: 'm3' }),
  metadata: {
    id: 'created-3',
    source: 'test',
    time: '2026-01-02T03:04:05.678Z',
    userId: 'alice',
    mealLogId: 'm3',
  },
};

function setUp({ open, maxWaitMs = 5_000 }: { open: string[]; maxWaitMs?: number }) {
  const order = createSubmissionOrder({
    earlier: { openBefore: async () => [...open], stillOpen: async () => [...open] },
    maxWaitMs,
  });
  const stop = new AbortController();
  const yieldSlot = vi.fn();
  const turn = (): Promise<boolean> => order.turn(event, { signal: stop.signal, yieldSlot });
  return { order, stop, yieldSlot, turn };
}

describe('a turn', () => {
  test('comes at once to a meal that is alone', async () => {
    const { turn, yieldSlot } = setUp({ open: [] });
    await expect(turn()).resolves.toBe(true);
    expect(yieldSlot).not.toHaveBeenCalled();
  });

  test('comes when the earlier meals have ended, in this process or another', async () => {
    const open = ['m1', 'm2'];
    const { order, turn, yieldSlot } = setUp({ open });
    let came = false;
    const waiting = turn().then((inOrder) => {
      came = true;
      return inOrder;
    });
    open.shift();
    order.ended('alice');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(came).toBe(false);
    expect(yieldSlot).toHaveBeenCalledOnce();
    open.shift();
    await expect(waiting).resolves.toBe(true);
  });

  test('is not waited for without end', async () => {
    const { turn } = setUp({ open: ['stuck'], maxWaitMs: 80 });
    await expect(turn()).resolves.toBe(false);
  });

  test('is no longer waited for when the worker stops', async () => {
    const { stop, turn } = setUp({ open: ['m1'] });
    const waiting = turn();
    stop.abort(new Error('stopping'));
    await expect(waiting).rejects.toThrow('stopping');
  });
});
