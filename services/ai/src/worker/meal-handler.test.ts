import { create } from '@bufbuild/protobuf';
import { ConcurrencyError, type EventStore, PoisonedEventError } from '@mealwire/bus';
import {
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  MealLogDeletedSchema,
  MealLogDeliveredSchema,
  type MealLogEvent,
  MealLogRetriedSchema,
  type RecordedEvent,
} from '@mealwire/contracts';
import { silentLogger } from '@mealwire/testkit';
import { describe, expect, test } from 'vitest';
import type { Analysis, AnalysisRequest } from '../analysis/index.js';
import { createMealHandler } from './meal-handler.js';
import type { SubmissionOrder } from './submission-order.js';

/** One meal, one outcome: what the worker decides. The store's own promises have their own tests. */

const MAX_ATTEMPTS = 3;

const metadata = {
  id: 'created-1',
  source: 'test',
  time: '2026-01-02T03:04:05.678Z',
  userId: 'alice',
  mealLogId: 'm1',
};

const created: RecordedEvent = {
  type: 'meal_log.created',
  sequence: 7,
  data: create(MealLogCreatedSchema, { userId: 'alice', mealLogId: 'm1', text: 'an egg' }),
  metadata,
};

const completed: RecordedEvent = {
  type: 'meal_log.completed',
  sequence: 9,
  data: create(MealLogCompletedSchema, { userId: 'alice', mealLogId: 'm1' }),
  metadata,
};

const retried: RecordedEvent = {
  type: 'meal_log.retried',
  sequence: 11,
  data: create(MealLogRetriedSchema, { userId: 'alice', mealLogId: 'm1', text: 'an egg' }),
  metadata,
};

function after(event: RecordedEvent, type: 'delivered' | 'deleted'): RecordedEvent {
  const data = { userId: 'alice', mealLogId: 'm1' };
  const sequence = event.sequence + 1;
  return type === 'delivered'
    ? { type: 'meal_log.delivered', sequence, data: create(MealLogDeliveredSchema, data), metadata }
    : { type: 'meal_log.deleted', sequence, data: create(MealLogDeletedSchema, data), metadata };
}

const NO_FOOD: Analysis = { outcome: 'failed', reason: 'no_food_detected', message: 'No food.' };

function setUp(options: {
  readonly event?: RecordedEvent;
  readonly analyse: (request: AnalysisRequest, signal: AbortSignal) => Promise<Analysis>;
  readonly deadlineMs?: number;
  readonly append?: EventStore['append'];
  readonly turn?: SubmissionOrder['turn'];
  readonly stored?: readonly RecordedEvent[];
}) {
  const published: { event: MealLogEvent; expectedVersion: number }[] = [];
  const ended: string[] = [];
  const handler = createMealHandler({
    analyse: async (request, signal) => ({
      analysis: await options.analyse(request, signal),
      analyzer: 'test',
      tableVersion: 't1',
    }),
    order: {
      turn: options.turn ?? (async () => true),
      ended: (userId) => void ended.push(userId),
    },
    metrics: { analysed: () => undefined },
    deadlineMs: options.deadlineMs ?? 1_000,
    maxAttempts: MAX_ATTEMPTS,
    events: {
      append:
        options.append ??
        (async (event, expectedVersion) => {
          published.push({ event, expectedVersion });
          return { sequence: 8, duplicate: false };
        }),
      appendOnce: async () => expect.unreachable(),
      lastEvents: async () => options.stored ?? [created],
    },
    now: () => new Date('2026-01-02T03:04:06Z'),
    logger: silentLogger,
  });
  const handle = (attempt: number, signal = new AbortController().signal): Promise<void> =>
    handler(options.event ?? created, { attempt, signal, yieldSlot: () => undefined });
  const reasons = (): unknown[] =>
    published.map(({ event }) =>
      event.type === 'meal_log.failed' ? event.data.reason : event.type,
    );
  return { handle, published, reasons, ended };
}

describe('an analysis that works', () => {
  test('is published against the event that was analysed', async () => {
    const { handle, published } = setUp({ analyse: async () => NO_FOOD });
    await handle(1);
    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({
      expectedVersion: 7,
      event: { type: 'meal_log.failed', data: { reason: 'no_food_detected', analyzer: 'test' } },
    });
  });

  test('of a meal that has its outcome already is done', async () => {
    const { handle } = setUp({
      analyse: async () => NO_FOOD,
      append: () => Promise.reject(new ConcurrencyError('changed')),
      stored: [created, completed],
    });
    await expect(handle(1)).resolves.toBeUndefined();
  });

  test('of a meal that may have been ended long ago is not begun if it was', async () => {
    const analyse = (): Promise<Analysis> => expect.unreachable();
    const imported = { ...created, metadata: { ...metadata, time: '2025-12-31T00:00:00Z' } };
    const stored = [imported, completed];
    await setUp({ analyse, event: imported, stored }).handle(1);
    await setUp({ analyse, stored }).handle(2);
    const again = setUp({ analyse: async () => NO_FOOD, event: imported, stored: [imported] });
    await again.handle(1);
    expect(again.published).toHaveLength(1);
  });

  test('that lost against something else is tried again', async () => {
    const { handle } = setUp({
      analyse: async () => NO_FOOD,
      append: () => Promise.reject(new ConcurrencyError('changed')),
    });
    await expect(handle(1)).rejects.toThrow('changed');
  });
});

describe('a meal that is analysed again', () => {
  test('gets one more outcome, against the event that asked for it, without waiting', async () => {
    const { handle, published } = setUp({
      event: retried,
      analyse: async ({ text }) => (text === 'an egg' ? NO_FOOD : expect.unreachable()),
      turn: () => expect.unreachable(),
    });
    await handle(1);
    expect(published).toMatchObject([{ expectedVersion: 11, event: { type: 'meal_log.failed' } }]);
  });

  test('gets it behind a receipt that came in between, without a second analysis', async () => {
    const expected: number[] = [];
    let analyses = 0;
    const { handle } = setUp({
      event: retried,
      analyse: async () => {
        analyses += 1;
        return NO_FOOD;
      },
      append: async (_event, expectedVersion) => {
        expected.push(expectedVersion);
        if (expectedVersion === retried.sequence) throw new ConcurrencyError('changed');
        return { sequence: 13, duplicate: false };
      },
      stored: [created, completed, retried, after(retried, 'delivered')],
    });
    await handle(1);
    expect([analyses, expected]).toEqual([1, [11, 12]]);
  });

  test('an outcome of the analysis before does not count', async () => {
    const { handle } = setUp({
      event: retried,
      analyse: async () => NO_FOOD,
      append: () => Promise.reject(new ConcurrencyError('changed')),
      stored: [created, completed, retried],
    });
    await expect(handle(1)).rejects.toThrow('changed');
  });
});

describe('a meal that is gone', () => {
  const conflict = (): Promise<never> => Promise.reject(new ConcurrencyError('changed'));

  test('deleted: needs no outcome', async () => {
    const stored = [created, after(created, 'deleted')];
    const { handle } = setUp({ analyse: async () => NO_FOOD, append: conflict, stored });
    await expect(handle(1)).resolves.toBeUndefined();
  });

  test('erased: needs no outcome, but only the second look is believed', async () => {
    const { handle } = setUp({ analyse: async () => NO_FOOD, append: conflict, stored: [] });
    await expect(handle(1)).rejects.toThrow('changed');
    await expect(handle(2)).resolves.toBeUndefined();
  });
});

describe('the order of submissions', () => {
  test('holds the outcome back, not the analysis', async () => {
    const steps: string[] = [];
    const { handle, ended } = setUp({
      analyse: async () => {
        steps.push('analysed');
        return NO_FOOD;
      },
      turn: async () => {
        steps.push('waited');
        return true;
      },
      append: async () => {
        steps.push('published');
        return { sequence: 8, duplicate: false };
      },
    });
    await handle(1);
    expect(steps).toEqual(['analysed', 'waited', 'published']);
    expect(ended).toEqual(['alice']);
  });

  test('is given up for a meal that has waited long enough', async () => {
    const { handle, reasons } = setUp({ analyse: async () => NO_FOOD, turn: async () => false });
    await handle(1);
    expect(reasons()).toEqual(['no_food_detected']);
  });

  test('does not keep a worker from stopping', async () => {
    const { handle, published } = setUp({
      analyse: async () => NO_FOOD,
      turn: () => Promise.reject(new Error('stopping')),
    });
    await expect(handle(1)).rejects.toThrow('stopping');
    expect(published).toEqual([]);
  });
});

describe('an analysis that fails', () => {
  const broken = async (): Promise<Analysis> => {
    throw new Error('model is away');
  };

  test('is tried again', async () => {
    const { handle, published } = setUp({ analyse: broken });
    await expect(handle(MAX_ATTEMPTS - 1)).rejects.toThrow('model is away');
    expect(published).toEqual([]);
  });

  test('ends the meal at the last attempt, and is a dead letter', async () => {
    const { handle, reasons } = setUp({ analyse: broken });
    await expect(handle(MAX_ATTEMPTS)).rejects.toThrow(
      new PoisonedEventError('analysis_error: Error'),
    );
    expect(reasons()).toEqual(['analysis_error']);
  });

  test('ends it as timed out when that was the cause', async () => {
    const { handle, reasons } = setUp({
      deadlineMs: 20,
      analyse: (_request, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
    await expect(handle(MAX_ATTEMPTS)).rejects.toThrow(new PoisonedEventError('analysis_timeout'));
    expect(reasons()).toEqual(['analysis_timeout']);
  });

  test('is not even begun after that: it may be what kills the process', async () => {
    const { handle, reasons } = setUp({ analyse: () => expect.unreachable() });
    await expect(handle(MAX_ATTEMPTS + 1)).rejects.toThrow(PoisonedEventError);
    expect(reasons()).toEqual(['analysis_error']);
  });

  test('because the worker stops ends nothing, however late the attempt', async () => {
    const stopping = AbortSignal.abort(new Error('stopping'));
    const { handle, published } = setUp({
      analyse: async (_request, signal) => {
        signal.throwIfAborted();
        return NO_FOOD;
      },
    });
    await expect(handle(MAX_ATTEMPTS, stopping)).rejects.toThrow('stopping');
    expect(published).toEqual([]);
  });
});
