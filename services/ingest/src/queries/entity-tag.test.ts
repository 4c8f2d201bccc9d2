import { describe, expect, test } from 'vitest';
import { entityTag, isKnown } from './entity-tag.js';

describe('an entity tag', () => {
  test('is quoted, strong, and the same for the same representation only', () => {
    const tag = entityTag('{"version":1}');
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect(entityTag('{"version":1}')).toBe(tag);
    expect(entityTag('{"version":2}')).not.toBe(tag);
  });
});

describe('If-None-Match', () => {
  test.each([
    ['"a"', true],
    ['W/"a"', true],
    ['*', true],
    [' * ', true],
    ['"b", "a"', true],
    ['"b",W/"a" , "c"', true],
    ['"x,y", "a"', true],
    ['"b"', false],
    ['"b", "c"', false],
    ['"A"', false],
    ['a', false],
    ['"*"', false],
    ['', false],
    [undefined, false],
  ])('%s matches "a": %s', (header, expected) => {
    expect(isKnown(header, '"a"')).toBe(expected);
  });

  test('does not find a tag inside of another', () => {
    expect(isKnown('"x,a"', '"a"')).toBe(false);
  });
});
