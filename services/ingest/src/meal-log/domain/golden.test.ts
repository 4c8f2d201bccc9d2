import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEvent, encodeEvent } from '@mealwire/bus';
import { eventSchemas, type RecordedEvent } from '@mealwire/contracts';
import { headers } from '@nats-io/transport-node';
import { describe, expect, test } from 'vitest';
import { fold } from './evolve.js';

/**
 * Messages as they were stored, recorded from running systems, one folder per version of the
 * payloads and one file per meal log. They are never edited: what is in the stream is not either.
 * golden/README.md says what to do when an event changes.
 */

interface GoldenMessage {
  readonly subject: string;
  readonly sequence: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: object;
}

const GOLDEN = join(import.meta.dirname, 'golden');

function messagesOf(file: string): readonly GoldenMessage[] {
  const lines = readFileSync(join(GOLDEN, file), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as GoldenMessage);
}

function decode({ subject, sequence, headers: recorded, payload }: GoldenMessage): RecordedEvent {
  const h = headers();
  for (const [name, value] of Object.entries(recorded)) h.set(name, value);
  const data = new TextEncoder().encode(JSON.stringify(payload));
  return decodeEvent({ subject, seq: sequence, headers: h, data });
}

const files = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.jsonl'),
);
const all = files.flatMap((file) => messagesOf(file).map((message) => ({ file, message })));

test.each(all)('$file: $message.subject is read without losing anything', ({ message }) => {
  const event = decode(message);
  expect(event.metadata).toMatchObject({
    id: message.headers['ce-id'],
    source: message.headers['ce-source'],
    time: message.headers['ce-time'],
  });
  // Fields that came later are added with their defaults; what was written is still there.
  expect(JSON.parse(encodeEvent(event).payload)).toMatchObject(message.payload);
});

test('there is a message of every type of event', () => {
  const types = all.map(({ message }) => message.headers['ce-type']);
  expect([...new Set(types)].sort()).toEqual(Object.keys(eventSchemas).sort());
});

describe('a recorded meal log', () => {
  const stateAfter = (file: string, count: number) =>
    fold(messagesOf(file).slice(0, count).map(decode));

  test('that was analysed, corrected, retried and deleted becomes what it became', () => {
    const states = [1, 2, 3, 4, 5, 6, 7].map((count) => stateAfter('v1/breakfast-1.jsonl', count));
    const submitted = {
      id: 'breakfast-1',
      userId: 'golden',
      text: 'two eggs and grumbleberry',
      mealType: 'breakfast',
      eatenAt: '2026-01-31T07:30:00.000Z',
      createdAt: '2026-11-23T13:04:13.985Z',
    };
    const analysed = {
      ...submitted,
      status: 'completed',
      correctedAt: undefined,
      result: {
        items: [{ name: 'Egg', grams: 100 }, { foodId: '' }],
        totals: { calories: 176 },
        needsReview: true,
        totalIsPartial: true,
        analyzer: 'embedded',
      },
    };
    expect(states[0]).toEqual({ ...submitted, status: 'processing', version: 1 });
    expect(states[1]).toMatchObject({ ...analysed, version: 2 });
    expect(states[2]).toEqual(states[1]);
    expect(states[3]).toMatchObject({
      ...submitted,
      status: 'completed',
      version: 4,
      completedAt: '2026-11-23T13:04:14.191Z',
      correctedAt: '2026-11-23T13:04:14.739Z',
      result: {
        items: [{ name: 'Egg', grams: 150 }, { foodId: 'blueberry' }],
        needsReview: false,
        totalIsPartial: false,
        analyzer: 'embedded',
      },
    });
    expect(states[4]).toEqual({ ...submitted, status: 'processing', version: 5 });
    expect(states[5]).toMatchObject({ ...analysed, version: 6 });
    expect(states[6]).toEqual({
      ...submitted,
      text: '',
      mealType: '',
      status: 'deleted',
      deletedAt: '2026-11-23T13:04:14.848Z',
      version: 7,
    });
  });

  test('that had no food and got some becomes what it became', () => {
    expect(stateAfter('v1/junk-1.jsonl', 2)).toMatchObject({
      status: 'failed',
      failure: { reason: 'no_food_detected' },
      version: 9,
    });
    expect(stateAfter('v1/junk-1.jsonl', 4)).toMatchObject({
      status: 'completed',
      completedAt: '2026-11-23T13:04:14.902Z',
      result: { items: [{ foodId: 'apple' }], analyzer: 'none' },
      version: 11,
    });
  });
});
