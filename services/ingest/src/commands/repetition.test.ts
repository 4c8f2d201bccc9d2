import { describe, expect, test } from 'vitest';
import { commandEventId, repetitionOf } from './repetition.js';

const who = { userId: 'alice', mealLogId: 'm1' };
const withKey = { ...who, key: 'k1', body: '["a"]' };
const without = { ...who, key: undefined, body: '["a"]' };

const idOf = (identity: typeof withKey | typeof without, version = 5): string =>
  commandEventId('corrected', identity, version);

describe('the id of a command', () => {
  test('with a key is the same whatever the meal has become', () => {
    expect(idOf(withKey, 5)).toBe(idOf(withKey, 9));
    expect(idOf(withKey)).toMatch(/^corrected-[\w-]{22}\.[\w-]{22}$/);
    expect(idOf({ ...withKey, mealLogId: 'm2' })).not.toBe(idOf(withKey));
  });

  test('without a key is of one state: the same wish later is another event', () => {
    expect(idOf(without, 5)).toBe(idOf(without, 5));
    expect(idOf(without, 5)).not.toBe(idOf(without, 9));
  });
});

describe('a request', () => {
  const judge = (
    identity: typeof withKey | typeof without,
    earlier: { id: string; sequence: number },
    version: number,
  ): string => repetitionOf('corrected', identity, [earlier], version);

  test('with the key of an earlier one is its repetition, however late', () => {
    expect(judge(withKey, { id: idOf(withKey), sequence: 6 }, 6)).toBe('repeated');
    expect(judge(withKey, { id: idOf(withKey), sequence: 6 }, 40)).toBe('repeated');
  });

  test('with that key and another body is a mistake', () => {
    const other = { ...withKey, body: '["b"]' };
    expect(judge(other, { id: idOf(withKey), sequence: 6 }, 6)).toBe('key taken');
  });

  test('with another key is new, though it asks for the same', () => {
    expect(judge({ ...withKey, key: 'k2' }, { id: idOf(withKey), sequence: 6 }, 6)).toBe('new');
    expect(judge(withKey, { id: idOf(without), sequence: 6 }, 6)).toBe('new');
  });

  test('without a key is a repetition while nothing else has happened', () => {
    const earlier = { id: idOf(without, 5), sequence: 6 };
    expect(judge(without, earlier, 6)).toBe('repeated');
    expect(judge(without, earlier, 7)).toBe('new');
    expect(judge({ ...without, body: '["b"]' }, earlier, 6)).toBe('new');
  });

  test('no key looks like none', () => {
    const sneaky = { ...who, key: 'without a key' };
    const earlier = { id: commandEventId('retried', { ...who, key: undefined }, 5), sequence: 6 };
    expect(repetitionOf('retried', sneaky, [earlier], 6)).toBe('new');
  });
});
