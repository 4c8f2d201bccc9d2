import { encodeEvent } from '@mealwire/bus';
import { mealEvent } from '@mealwire/testkit';
import { describe, expect, test } from 'vitest';
import { EventLineError, fromLine, toLine, toMessage } from './event-line.js';

const event = mealEvent('meal_log.created', 'm/1', { data: { text: 'ragù "al dente" \\ 🍕' } });
const payload = ` ${encodeEvent(event).payload}`;
const line = toLine({ event: { ...event, sequence: 7 }, payload });

test('a line and its event are each other', () => {
  const stored = fromLine(line);
  expect(stored).toEqual({ event: { ...event, sequence: 7 }, payload });
  expect(toLine(stored)).toBe(line);
});

test('is published under its own id, the payload as it was', () => {
  const message = toMessage(fromLine(line));
  expect(message.payload).toBe(payload);
  expect(message.subject).toBe(encodeEvent(event).subject);
  expect(message.headers.get('Nats-Msg-Id')).toBe(event.metadata.id);
});

describe('is refused, without what is in it', () => {
  const changed = (change: object): string => JSON.stringify({ ...JSON.parse(line), ...change });
  test.each([
    ['no JSON', 'two eggs', 'no JSON'],
    ['no object', '7', 'as it should be'],
    ['a field too little', changed({ payload: undefined }), 'payload is not'],
    ['a header that would be two', changed({ id: 'a\r\nb: c' }), 'id is not'],
    ['a subject of something else', changed({ subject: 'feed.anna' }), 'subject and payload'],
    ['the payload of another meal', changed({ subject: 'meal_log.created.anna.x' }), 'subject and'],
    ['a payload that is no text', changed({ payload: `${payload}\ud800` }), 'subject and payload'],
    ['a time that is none', changed({ time: 'noon' }), 'subject and payload'],
  ])('%s', (_, text, reason) => {
    expect(() => fromLine(text)).toThrow(EventLineError);
    expect(() => fromLine(text)).toThrow(reason);
    expect(() => fromLine(text)).not.toThrow(/rag|eggs/);
  });
});
