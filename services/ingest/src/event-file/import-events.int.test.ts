import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventLog, type EventLog, MEAL_LOG } from '@mealwire/bus';
import {
  mealEvent,
  mealHistory,
  publishMealEvents,
  startTestNats,
  type TestNats,
} from '@mealwire/testkit';
import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toLine } from './event-line.js';
import { streamLines } from './export-events.js';
import { importEvents } from './import-events.js';
import { ImportError } from './publisher.js';

/** A file of events into a real stream, in one go and in several. */

let nats: TestNats;
let jsm: JetStreamManager;
let log: EventLog;
let folder: string;
let file: string;
let lines: string[];

beforeEach(async () => {
  nats = await startTestNats();
  jsm = await jetstreamManager((await nats.connect('admin')).nc);
  log = createEventLog(jsm);
  folder = await mkdtemp(join(tmpdir(), 'mealwire-events-'));
  file = join(folder, 'events.jsonl');
  let state = 3;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  // Sequences of a stream in which some have been erased.
  lines = mealHistory(random, 300).map((event, n) =>
    toLine({ event: { ...event, sequence: 3 * n + 1 }, payload: payloadOf(event) }),
  );
  await writeLines(lines);
});

afterEach(async () => {
  await nats.stop();
  await rm(folder, { recursive: true, force: true });
});

const payloadOf = (
  event: Parameters<typeof publishMealEvents>[1] extends Iterable<infer E> ? E : never,
) => JSON.stringify({ user_id: event.metadata.userId, meal_log_id: event.metadata.mealLogId });
const writeLines = (some: readonly string[]): Promise<void> =>
  writeFile(file, `${some.join('\n')}\n`);
const run = (append = false) =>
  importEvents({ file, log, jsm, append, onProgress: () => undefined });

async function exported(): Promise<string[]> {
  let text = '';
  for await (const page of streamLines(log, () => undefined)) text += page.text;
  return text.trim().split('\n');
}

const withoutSequence = (some: readonly string[]): unknown[] =>
  some.map((line) => ({ ...JSON.parse(line), sequence: 0 }));

test('ids, order and payloads are those of the file, sequences are new', async () => {
  const report = await run();
  expect(report).toEqual({
    lines: lines.length,
    stored: lines.length,
    known: 0,
    lastSequence: lines.length,
  });
  expect(withoutSequence(await exported())).toEqual(withoutSequence(lines));
});

test('stopped at any line, the same command goes on from there', async () => {
  const whole = await readFile(file, 'utf8');
  for (const reached of [1, 255, 256, 257, lines.length]) {
    await writeLines(lines.slice(0, reached));
    await run();
    await writeFile(file, whole);
    expect((await log.state()).messages).toBe(reached);
  }
  expect(await run()).toMatchObject({ stored: 0, known: lines.length });
  expect(withoutSequence(await exported())).toEqual(withoutSequence(lines));
});

test('a wrong line anywhere: it is named, and nothing is stored', async () => {
  await writeLines([...lines.slice(0, 400), '{}', ...lines.slice(400)]);
  await expect(run()).rejects.toThrow(/events\.jsonl, line 401: /);
  expect((await log.state()).messages).toBe(0);
});

test('somebody else writes meanwhile: it stops, what is stored is the beginning, and it goes on', async () => {
  const js = jetstream((await nats.connect('admin')).nc);
  let disturbed = false;
  const disturbing = importEvents({
    ...{ file, log, jsm, append: false },
    onProgress: () => {
      if (disturbed) return;
      disturbed = true;
      void publishMealEvents(js, [mealEvent('meal_log.created', 'in-between')]);
    },
  });
  await expect(disturbing).rejects.toThrow(ImportError);
  const stored = (await exported()).filter((line) => !line.includes('in-between'));
  expect(stored.length).toBeLessThan(lines.length);
  expect(withoutSequence(stored)).toEqual(withoutSequence(lines.slice(0, stored.length)));

  await expect(run()).rejects.toThrow(/--append/);
  expect(await run(true)).toMatchObject({
    known: stored.length,
    stored: lines.length - stored.length,
  });
  const ids = (await exported()).filter((line) => !line.includes('in-between'));
  expect(withoutSequence(ids)).toEqual(withoutSequence(lines));
});

test('appended behind what is there, and what was there is left out, also after the server has forgotten', async () => {
  const js = jetstream((await nats.connect('admin')).nc);
  await publishMealEvents(js, [mealEvent('meal_log.created', 'before')]);
  await expect(run()).rejects.toThrow(/MEAL_LOG is not empty/);
  expect(await run(true)).toMatchObject({ stored: lines.length, known: 0 });
  const { config } = await jsm.streams.info(MEAL_LOG);
  await jsm.streams.update(MEAL_LOG, { ...config, duplicate_window: 100_000_000 });
  expect(await run(true)).toMatchObject({ stored: 0, known: lines.length });
});
