import { describe, expect, it } from 'vitest';
import { tokenise } from '../normalise/tokenise.js';
import { brandsIn, withoutPlaces } from './places.js';

const left = (text: string): string =>
  withoutPlaces(tokenise(text))
    .map((token) => token.text)
    .join(' ');

describe('withoutPlaces', () => {
  it.each([
    ['went to chipotle and got tacos', 'went to and got tacos'],
    ['fries from mcdonalds', 'fries from'],
    ['date night, pizza', 'night , pizza'],
    ['walked the dog', 'walked the'],
    ['eggs, salt and pepper', 'eggs ,'],
    ['salt and pepper shrimp', 'salt and pepper shrimp'],
    ['salad instead of fries', 'salad no fries'],
    ['switched to oat milk', 'switched to oat milk'],
  ])('given %j, then %j is left', (text, expected) => {
    expect(left(text)).toBe(expected);
  });

  it('names the restaurants', () => {
    expect(brandsIn(tokenise('2 wings from kfc'))).toEqual(['kfc']);
  });
});
