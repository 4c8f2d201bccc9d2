import { describe, expect, test } from 'vitest';
import { evictions } from './device-slots.js';

const device = (name: string, deviceId: string | undefined = name) => ({ name, deviceId });
const unnamed = (name: string) => ({ name, deviceId: undefined });
const names = (
  result: ReturnType<typeof evictions<{ name: string; deviceId: string | undefined }>>,
) => result.map(({ occupant, reason }) => `${occupant.name} ${reason.code}`);

describe('when a device connects', () => {
  test('its earlier connection is replaced', () => {
    expect(names(evictions([device('a'), device('b')], { deviceId: 'a' }, 5))).toEqual(['a 4500']);
  });

  test('the oldest of too many goes', () => {
    const present = ['a', 'b', 'c', 'd', 'e'].map((name) => device(name));
    expect(names(evictions(present, { deviceId: 'f' }, 5))).toEqual(['a 4501']);
    expect(names(evictions(present, { deviceId: 'c' }, 5))).toEqual(['c 4500']);
    expect(names(evictions(present, { deviceId: 'f' }, 3))).toEqual(['a 4501', 'b 4501', 'c 4501']);
  });

  test('phones that do not say who they are do not replace each other', () => {
    expect(evictions([unnamed('x'), unnamed('y')], { deviceId: undefined }, 5)).toEqual([]);
  });
});
