import { setTimeout as sleep } from 'node:timers/promises';
import { create } from '@bufbuild/protobuf';
import { ConcurrencyError, createEventStore, type EventStore, eventId } from '@mealwire/bus';
import {
  MealLogCompletedSchema,
  MealLogCorrectedSchema,
  NutritionSchema,
  type RecordedEvent,
} from '@mealwire/contracts';
import { Problem } from '@mealwire/runtime';
import {
  eventually,
  mealStory,
  startTestNats,
  startTripwire,
  type TestNats,
  waitsForOutcome,
} from '@mealwire/testkit';
import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGiveUpMeal, type GiveUpMeal } from '../giving-up/give-up-meal.js';
import type { ChangeKind, ChangeMealLog } from '../meal-log/domain/change.js';
import { createSubmitMealLog, type SubmitMealLog } from '../submission/submit-meal-log.js';
import { type ApplyChange, type Changed, createApplyChange } from './change-meal-log.js';
import { createPastChanges } from './past-changes.js';
import { commandEventId } from './repetition.js';

/**
 * Two processes of ingest that die between any two of their awaits, over and over, while devices race
 * for some meals and repeat what they got no answer to, an analyser ends the meals, and the deadline
 * ends them too: each analysis has one outcome, each request one event, and each answer is true.
 */

const USER = 'anna';
const MEALS = Array.from({ length: 60 }, (_, n) => `meal-${n}`);
const DEVICES = 3;
const REQUESTS_EACH = 8;
const PROCESSES = 2;
/** So far a process comes at most before it dies: a command takes some six chunks. */
const MAX_CHUNKS = 60;
const FAILURE = { reason: 'analysis_timeout', message: 'It took too long.' } as const;

let nats: TestNats;
let admin: JetStreamManager;
let ai: EventStore;

beforeAll(async () => {
  nats = await startTestNats();
  admin = await jetstreamManager((await nats.connect('admin')).nc);
  ai = await nats.eventStore('ai');
});

afterAll(() => nats.stop());

interface Process {
  readonly submit: SubmitMealLog;
  readonly change: ApplyChange;
  readonly giveUp: GiveUpMeal;
  readonly died: Promise<void>;
  /** Clears away what is left of it. */
  end(): Promise<void>;
}

async function startProcess(): Promise<Process> {
  const wire = await startTripwire(Number(new URL(nats.url).port));
  const bus = await nats.connect('ingest', wire.port);
  const jsm = await jetstreamManager(bus.nc, { checkAPI: false });
  const events = createEventStore(jetstream(bus.nc), jsm);
  const dependencies = {
    events,
    pastChanges: createPastChanges(jsm),
    isStoreReachable: bus.isConnected,
    now: () => new Date(),
  };
  wire.arm(Math.floor(Math.random() * MAX_CHUNKS));
  return {
    submit: createSubmitMealLog(dependencies),
    change: createApplyChange(dependencies),
    giveUp: createGiveUpMeal(dependencies),
    died: wire.tripped,
    end: () => bus.nc.close().then(wire.stop),
  };
}

/** Where a process runs, and the next one when it has died. */
interface Place {
  process: Process;
}

async function keepStarting(place: Place, over: Promise<void>): Promise<number> {
  for (let deaths = 0; ; deaths++) {
    const { died, end } = place.process;
    const isOver = await Promise.race([died.then(() => false), over.then(() => true)]);
    await end();
    if (isOver) return deaths;
    place.process = await startProcess();
  }
}

/** Of the code under test. */
const MISTAKES = [TypeError, RangeError, ReferenceError];

/** What a client sees of a death. */
class NoAnswer extends Error {}

/** As a device does: again, at whichever process, until there is an answer that settles it. */
async function ask<T>(
  places: readonly Place[],
  request: (process: Process) => Promise<T>,
): Promise<T | Problem> {
  for (;;) {
    const { process } = pick(places);
    const noAnswer = process.died.then(() => {
      throw new NoAnswer();
    });
    try {
      return await Promise.race([request(process), noAnswer]);
    } catch (error) {
      if (error instanceof Problem && error.status < 500) return error;
      if (MISTAKES.some((mistake) => error instanceof mistake)) throw error;
      // A server that did not answer in time, say: a device would see a 500 or a 503.
    }
    await sleep(Math.random() * 20);
  }
}

function pick<T>(choices: readonly T[]): T {
  return choices[Math.floor(Math.random() * choices.length)] as T;
}

interface Answer {
  readonly mealLogId: string;
  readonly kind: ChangeKind;
  readonly key: string;
  readonly body: string | undefined;
  /** Of one try, or of two at once. */
  readonly outcomes: readonly (Changed | Problem)[];
}

/** One device of the user: submits each meal, as the others do, then does things to it. */
async function useApp(places: readonly Place[], device: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const mealLogId of MEALS) {
    const submission = {
      userId: USER,
      mealLogId,
      clientId: mealLogId,
      text: 'toast',
      mealType: '',
    };
    const submitted = await ask(places, ({ submit }) => submit(submission));
    // A device that comes late may find that another one has deleted the meal.
    if (submitted instanceof Problem) expect(submitted.code).toBe('meal_log_deleted');
    for (let n = 0; n < REQUESTS_EACH; n++) {
      const kind = n === REQUESTS_EACH - 1 ? pick(CHANGES) : pick(CHANGES.slice(0, 2));
      const key = `${device}-${n}`;
      const body = kind === 'correct' ? `grams ${n}` : undefined;
      const request = { userId: USER, mealLogId, key, ifMatch: undefined, kind };
      const send = (): Promise<Changed | Problem> =>
        ask(places, ({ change }) =>
          change({
            ...request,
            ...(body === undefined ? {} : { body }),
            commandFor: async () => commandOf(kind),
          }),
        );
      // Now and then twice at once.
      const outcomes = await Promise.all(Math.random() < 0.2 ? [send(), send()] : [send()]);
      answers.push({ mealLogId, kind, key, body, outcomes });
      await sleep(Math.random() * 20);
    }
  }
  return answers;
}

const CHANGES = ['retry', 'correct', 'delete'] as const;

function commandOf(kind: ChangeKind): ChangeMealLog {
  if (kind !== 'correct') return { kind };
  const { items, needsReview, totalIsPartial, tableVersion } = create(MealLogCorrectedSchema);
  const totals = create(NutritionSchema);
  return { kind, correction: { items, totals, needsReview, totalIsPartial, tableVersion } };
}

/** Ends what waits, as `ai` does, beside the deadline that some processes of ingest believe in. */
async function endMeals(places: readonly Place[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const mealLogId = pick(MEALS);
    const story = await mealStory(admin, USER, mealLogId);
    if (story.length > 0 && waitsForOutcome(story)) {
      const giveUp = ask(places, (process) =>
        process.giveUp({ userId: USER, mealLogId }, FAILURE, () => Math.random() < 0.3),
      );
      await Promise.all([complete(story), giveUp]);
    }
    await sleep(5);
  }
}

async function complete(story: readonly RecordedEvent[]): Promise<void> {
  const request = story.findLast(({ type }) => type !== 'meal_log.delivered') as RecordedEvent;
  const { userId, mealLogId } = request.metadata;
  const id = eventId('outcome', userId, mealLogId, request.sequence);
  const metadata = { id, source: 'ai', time: new Date().toISOString(), userId, mealLogId };
  const data = create(MealLogCompletedSchema, { userId, mealLogId });
  await ai
    .append({ type: 'meal_log.completed', data, metadata }, request.sequence)
    .catch((error: unknown) => {
      if (!(error instanceof ConcurrencyError)) throw error;
    });
}

test('each request is one event, and each analysis has one outcome, whenever processes die', {
  timeout: 90_000,
}, async () => {
  let isOver = false;
  let endAll = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    endAll = resolve;
  });
  const places = await Promise.all(
    Array.from({ length: PROCESSES }, async () => ({ process: await startProcess() })),
  );
  const running = Promise.all(places.map((place) => keepStarting(place, over)));
  // Whatever goes wrong there ends the test, and not only its hope.
  const failing = Promise.all([running, endMeals(places, () => isOver)]).then(() => [] as never);
  try {
    const devices = Array.from({ length: DEVICES }, (_, device) => useApp(places, device));
    const answers = (await Promise.race([Promise.all(devices), failing])).flat();
    for (const mealLogId of MEALS) {
      const story = await eventually(async () => {
        const events = await mealStory(admin, USER, mealLogId);
        expect(waitsForOutcome(events)).toBe(false);
        return events;
      });
      expectTrue(
        answers.filter((answer) => answer.mealLogId === mealLogId),
        story,
      );
    }
  } finally {
    isOver = true;
    endAll();
  }
  await failing;
  const deaths = (await running).reduce((sum, count) => sum + count, 0);
  expect(deaths).toBeGreaterThan(10);
  process.stdout.write(`${deaths} deaths\n`);
});

const EVENTS = {
  retry: ['meal_log.retried', 'retried'],
  correct: ['meal_log.corrected', 'corrected'],
  delete: ['meal_log.deleted', 'deleted'],
} as const;

/** What was answered is what is stored. */
function expectTrue(answers: readonly Answer[], story: readonly RecordedEvent[]): void {
  for (const { kind, key, body, outcomes, mealLogId } of answers) {
    const [type, word] = EVENTS[kind];
    const id = commandEventId(word, { userId: USER, mealLogId, key, body }, 0);
    const own = story.filter(({ metadata }) => metadata.id === id);
    const where = `${mealLogId}: ${kind} ${key}`;
    const done = outcomes.flatMap((outcome) => (outcome instanceof Problem ? [] : [outcome]));
    for (const { replayed, mealLog } of done) {
      if (!replayed) expect(own, where).toMatchObject([{ type, sequence: mealLog.version }]);
    }
    // The others may find what they want done already, by somebody else.
    if (done.length > 0 && kind === 'correct') expect(own, where).toHaveLength(1);
    // A try that nobody answered may have got through, and somebody has deleted the meal since.
    const isGone = outcomes.some((outcome) => outcome instanceof Problem && outcome.status === 404);
    if (done.length === 0 && !isGone) expect(own, where).toHaveLength(0);
  }
}
