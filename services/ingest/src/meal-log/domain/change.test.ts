import { create } from '@bufbuild/protobuf';
import {
  type EventType,
  MealItemSchema,
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  MealLogDeliveredSchema,
  type MealLogEvent,
  MealLogFailedSchema,
  type RecordedEvent,
} from '@mealwire/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeEvent } from '../../commands/change-event.js';
import { type ChangeMealLog, type Correction, decide } from './change.js';
import { fold } from './evolve.js';
import type { MealLog } from './meal-log.js';

const ids = { userId: 'alice', mealLogId: 'm1' };

function timeOf(sequence: number): string {
  return new Date(Date.UTC(2026, 0, 31, 7) + sequence * 1000).toISOString();
}

function recorded(event: Pick<MealLogEvent, 'type' | 'data'>, sequence: number): RecordedEvent {
  const metadata = { ...ids, id: `e${sequence}`, source: 'test', time: timeOf(sequence) };
  return { ...event, metadata, sequence } as RecordedEvent;
}

const created = {
  type: 'meal_log.created',
  data: create(MealLogCreatedSchema, { ...ids, text: 'two eggs', mealType: 'lunch' }),
} as const;

const completed = (calories = 140) =>
  ({
    type: 'meal_log.completed',
    data: create(MealLogCompletedSchema, {
      ...ids,
      items: [{ name: 'Egg', calories }],
      totals: { calories },
      mealType: 'breakfast',
      analyzer: 'embedded',
      tableVersion: 't1',
    }),
  }) as const;

const failed = {
  type: 'meal_log.failed',
  data: create(MealLogFailedSchema, { ...ids, reason: 'no_food_detected', message: 'No food.' }),
} as const;

const delivered = {
  type: 'meal_log.delivered',
  data: create(MealLogDeliveredSchema, { ...ids, deviceId: 'd1' }),
} as const;

const correction = (calories: number): Correction => ({
  items: [create(MealItemSchema, { name: 'Egg', calories })],
  totals: create(MealLogCompletedSchema, { totals: { calories } }).totals as NonNullable<
    Correction['totals']
  >,
  needsReview: false,
  totalIsPartial: false,
  tableVersion: 't2',
});

const metadata = { ...ids, id: 'change-1', source: 'ingest', time: timeOf(60) };
const correct: ChangeMealLog = { kind: 'correct', correction: correction(70) };

type Fact = Pick<MealLogEvent, 'type' | 'data'>;

/** Given these facts, when this is commanded: the decision, and what becomes of the meal log. */
function when(command: ChangeMealLog, ...given: readonly Fact[]) {
  const events = given.map((event, at) => recorded(event, at + 1));
  const decision = decide(command, fold(events));
  if (decision.kind !== 'change') return { decision, after: fold(events) };
  const next = { ...changeEvent(decision.change, metadata), sequence: events.length + 1 };
  return { decision, after: fold([...events, next]) };
}

/** The event that such a command becomes, given these facts. */
function changed(command: ChangeMealLog, ...given: readonly Fact[]): Fact {
  const { decision } = when(command, ...given);
  if (decision.kind !== 'change') throw new Error('nothing was decided');
  return changeEvent(decision.change, metadata);
}

const retriedOnce = (): Fact => changed({ kind: 'retry' }, created, failed);

describe('retry', () => {
  test.each([
    ['completed', completed()],
    ['failed', failed],
  ])(
    'of a meal that is %s: it is processing again, with what was submitted',
    (_status, outcome) => {
      const { decision, after } = when({ kind: 'retry' }, created, outcome);
      expect(decision).toMatchObject({
        kind: 'change',
        change: { type: 'meal_log.retried', submission: { text: 'two eggs', mealType: 'lunch' } },
      });
      expect(changed({ kind: 'retry' }, created, outcome)).toMatchObject({
        data: { ...ids, text: 'two eggs', mealType: 'lunch' },
        metadata,
      });
      expect(after).toMatchObject({ status: 'processing', text: 'two eggs', version: 3 });
      expect(after).not.toHaveProperty('failure');
      expect(after).not.toHaveProperty('result');
    },
  );

  test('of a meal that is processing: under way already', () => {
    expect(when({ kind: 'retry' }, created).decision).toMatchObject({ kind: 'done' });
    const again = when({ kind: 'retry' }, created, failed, retriedOnce());
    expect(again.decision).toMatchObject({ kind: 'done', mealLog: { status: 'processing' } });
  });
});

describe('correct', () => {
  test('of a completed meal: its result is the corrected one, read by whom it was', () => {
    const { decision, after } = when(correct, created, completed());
    expect(decision).toMatchObject({ change: { type: 'meal_log.corrected' } });
    expect(after).toMatchObject({
      status: 'completed',
      completedAt: timeOf(2),
      correctedAt: timeOf(60),
      version: 3,
      result: {
        items: [{ calories: 70 }],
        totals: { calories: 70 },
        mealType: 'breakfast',
        analyzer: 'embedded',
        tableVersion: 't2',
      },
    });
  });

  test('of a failed meal: it is completed, and nobody has analysed it', () => {
    const { after } = when(correct, created, failed);
    expect(after).toMatchObject({
      status: 'completed',
      completedAt: timeOf(2),
      correctedAt: timeOf(60),
      result: { analyzer: 'none', items: [{ calories: 70 }] },
    });
    expect(after).not.toHaveProperty('failure');
  });

  test('while the analysis runs: refused', () => {
    const refused = { kind: 'refused', reason: 'processing' };
    expect(when(correct, created).decision).toEqual(refused);
    expect(when(correct, created, failed, retriedOnce()).decision).toEqual(refused);
  });

  test('then retried: the new outcome is the result, and says nothing of the correction', () => {
    const first = changed(correct, created, completed());
    const facts = [created, completed(), first, retriedOnce(), completed(150)];
    expect(fold(facts.map((fact, at) => recorded(fact, at + 1)))).toMatchObject({
      status: 'completed',
      result: { totals: { calories: 150 } },
      correctedAt: undefined,
    });
  });
});

describe('delete', () => {
  const remove: ChangeMealLog = { kind: 'delete' };

  test.each([
    ['processing', [created]],
    ['completed', [created, completed()]],
    ['failed', [created, failed]],
  ])('of a meal that is %s: nothing of it is left', (_status, given) => {
    const { decision, after } = when(remove, ...given);
    expect(decision).toMatchObject({ change: { type: 'meal_log.deleted' } });
    expect(after).toMatchObject({ status: 'deleted', text: '', mealType: '' });
    expect(after).not.toHaveProperty('result');
  });

  test('of a deleted meal: fine, and nothing more', () => {
    const gone = changed(remove, created);
    expect(when(remove, created, gone).decision).toMatchObject({ kind: 'done' });
    for (const command of [correct, { kind: 'retry' } as const]) {
      const refused = { kind: 'refused', reason: 'unknown' };
      expect(when(command, created, gone).decision).toEqual(refused);
    }
    // What comes late does not bring it back.
    expect(when(remove, created, gone, completed(), delivered).after).toMatchObject({
      status: 'deleted',
      version: 2,
    });
  });
});

test('a meal that nobody submitted can have nothing done to it', () => {
  for (const command of [correct, { kind: 'retry' }, { kind: 'delete' }] as const) {
    expect(when(command).decision).toEqual({ kind: 'refused', reason: 'unknown' });
  }
});

describe('every history that is allowed', () => {
  type Step = 'complete' | 'fail' | 'deliver' | ChangeMealLog['kind'];
  const steps = fc.array(
    fc.record({
      // A deletion ends the history: seldom, or there is little of it.
      step: fc.oneof(
        {
          weight: 20,
          arbitrary: fc.constantFrom<Step>('complete', 'fail', 'deliver', 'retry', 'correct'),
        },
        { weight: 1, arbitrary: fc.constant<Step>('delete') },
      ),
      calories: fc.integer({ min: 1, max: 900 }),
      withTotals: fc.boolean(),
    }),
    { maxLength: 30 },
  );

  /** What the analyser, the gateway and decide allow, in a stream that others write to as well. */
  function historyOf(wanted: readonly { step: Step; calories: number; withTotals: boolean }[]) {
    const events = [recorded(created, 3)];
    for (const [at, { step, calories, withTotals }] of wanted.entries()) {
      const sequence = 5 + at * 2;
      const state = fold(events) as MealLog;
      const fact = nextFact(step, state, { calories, withTotals, events });
      if (fact !== undefined) events.push(recorded(fact, sequence));
    }
    return events;
  }

  function nextFact(
    step: Step,
    state: MealLog,
    more: { calories: number; withTotals: boolean; events: readonly RecordedEvent[] },
  ): Fact | undefined {
    const isOpen = state.status === 'processing';
    if (step === 'complete') return isOpen ? completed(more.calories) : undefined;
    if (step === 'fail') return isOpen ? failed : undefined;
    if (step === 'deliver') {
      const was = more.events.some(({ type }) => type === 'meal_log.delivered');
      return isOpen || was ? undefined : delivered;
    }
    const { totals, ...rest } = correction(more.calories);
    const corrected = more.withTotals && totals !== undefined ? { ...rest, totals } : rest;
    const command: ChangeMealLog =
      step === 'correct' ? { kind: step, correction: corrected } : { kind: step };
    const decision = decide(command, state);
    return decision.kind === 'change' ? changeEvent(decision.change, metadata) : undefined;
  }

  test('is told by the last event of each type as well as by all of them', () => {
    fc.assert(
      fc.property(steps, (wanted) => {
        const events = historyOf(wanted);
        const last = new Map<EventType, RecordedEvent>(events.map((event) => [event.type, event]));
        const inOrder = [...last.values()].sort((a, b) => a.sequence - b.sequence);
        expect(fold(inOrder)).toEqual(fold(events));
      }),
      { numRuns: 500 },
    );
  });

  test('says the same when each event comes twice, or older ones again', () => {
    fc.assert(
      fc.property(steps, (wanted) => {
        const events = historyOf(wanted);
        expect(fold(events.flatMap((event) => [event, event]))).toEqual(fold(events));
        expect(fold([...events, ...events])).toEqual(fold(events));
      }),
    );
  });
});
