import { expect, test } from 'vitest';
import { decodeListCursor, encodeListCursor } from './list-cursor.js';

test.each(['m1', 'a:b', '~!"', 'x'.repeat(128)])('a cursor leads back to its place: %s', (id) => {
  const position = { eatenAt: new Date('2026-01-31T12:00:00.123Z'), id };
  const cursor = encodeListCursor(position);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeListCursor(cursor)).toEqual(position);
});

const of = (text: string): string => Buffer.from(text).toString('base64url');

test.each([
  '',
  'nonsense',
  '%',
  of('1:'),
  of(':m1'),
  of('x:m1'),
  of('-1:m1'),
  of('1:\0'),
  of(`${10 ** 14}:m`),
])('what is no cursor is none: %j', (cursor) => expect(decodeListCursor(cursor)).toBeUndefined());

test('bytes that are no text are no cursor', () => {
  const cursor = Buffer.from([0x31, 0x3a, 0xff]).toString('base64url');
  expect(decodeListCursor(cursor)).toBeUndefined();
});
