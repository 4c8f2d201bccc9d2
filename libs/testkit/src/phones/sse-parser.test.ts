import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSseParser, type SseEvent } from './sse-parser.js';

const STREAM = [
  'retry: 1000\n\n',
  ': heartbeat\n\n',
  'event: welcome\ndata: {"a":1}\n\n',
  'id: c1\nevent: meal_log.completed\r\ndata: {"text":"half: ½"}\r\n\r\n',
  'data:first\ndata: second\n\n',
  'id: c2\n\n',
  'event: forgotten\n\ndata\n\n',
].join('');

const EVENTS: readonly SseEvent[] = [
  { id: '', event: 'welcome', data: '{"a":1}' },
  { id: 'c1', event: 'meal_log.completed', data: '{"text":"half: ½"}' },
  { id: 'c1', event: 'message', data: 'first\nsecond' },
  { id: 'c2', event: 'message', data: '' },
];

describe('an event stream', () => {
  test('is read as the standard says', () => {
    expect(createSseParser().feed(STREAM)).toEqual(EVENTS);
  });

  test('may be cut anywhere', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: STREAM.length }), { maxLength: 20 });
    fc.assert(
      fc.property(cuts, (at) => {
        const parser = createSseParser();
        const ends = [...at.sort((a, b) => a - b), STREAM.length];
        const parts = ends.map((end, i) => STREAM.slice(ends[i - 1] ?? 0, end));
        expect(parts.flatMap(parser.feed)).toEqual(EVENTS);
      }),
    );
  });

  test('keeps the id of the connection before until it names another', () => {
    expect(createSseParser('c7').feed('data: x\n\n')[0]?.id).toBe('c7');
  });
});
