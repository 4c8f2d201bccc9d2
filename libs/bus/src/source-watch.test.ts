import { describe, expect, test } from 'vitest';
import { sourceStateOf } from './source-watch.js';

const SECOND_NS = 1_000_000_000;
const stateOf = (activeNs: number): string =>
  sourceStateOf({ sources: [{ name: 'MEAL_LOG', lag: 0, active: activeNs }] });

describe('a source', () => {
  test('is heard while its heartbeats come, every second', () => {
    expect(stateOf(0)).toBe('heard');
    expect(stateOf(SECOND_NS)).toBe('heard');
  });

  test('is silent when they stay away, when there never was one, and when it is taken off', () => {
    expect(stateOf(3 * SECOND_NS)).toBe('silent');
    expect(stateOf(-1)).toBe('silent');
    expect(sourceStateOf({ sources: [] })).toBe('silent');
    expect(sourceStateOf({})).toBe('silent');
  });

  test('is refused when the server says why it got no answer that helps', () => {
    const error = { code: 404, err_code: 10059, description: 'stream not found' };
    const source = { name: 'MEAL_LOG', lag: 0, active: -1, error };
    expect(sourceStateOf({ sources: [source] })).toBe('refused');
  });
});
