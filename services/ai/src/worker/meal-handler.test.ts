import { create } from '@bufbuild/protobuf';
import { ConcurrencyError, type EventStore } from '@mealwire/bus';
import {
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  type MealLogEvent,
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

const NO_FOOD: Analysis = { outcome: 'failed', reason: 'no_food_detected', message: 'No food.' };

function setUp(options: {
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
    handler(created, { attempt, signal, yieldSlot: () => undefined });
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

  test('that lost against something else is tried again', async () => {
    const { handle } = setUp({
      analyse: async () => NO_FOOD,
      append: () => Promise.reject(new ConcurrencyError('changed')),
    });
    await expect(handle(1)).rejects.toThrow('changed');
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

  test('ends the meal at the last attempt', async () => {
    const { handle, reasons } = setUp({ analyse: broken });
    await handle(MAX_ATTEMPTS);
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
    await handle(MAX_ATTEMPTS);
    expect(reasons()).toEqual(['analysis_timeout']);
  });

  test('is not even begun after that: it may be what kills the process', async () => {
    const { handle, reasons } = setUp({ analyse: () => expect.unreachable() });
    await handle(MAX_ATTEMPTS + 1);
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
