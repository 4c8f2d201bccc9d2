import { describe, expect, it } from 'vitest';
import { withCorrectedCounts } from './corrected-counts.js';
import { readNumbers } from './numbers.js';
import { tokenise } from './tokenise.js';

const read = (text: string): string =>
  withCorrectedCounts(readNumbers(tokenise(text)))
    .map(({ text: word }) => word)
    .join(' ');

describe('withCorrectedCounts', () => {
  it.each([
    ['3 eggs wait no 2 and toast', '2 eggs and toast'],
    ['two slices of pizza, actually three', '3 slices of pizza'],
    ['4 cookies. make that 5', '5 cookies'],
    ['8 nuggets but my brother stole 3', '5 nuggets'],
    ['8 nuggets but my brother stole 3 so 5, and milk', '5 nuggets , and milk'],
    ['2 eggs and 1 toast', '2 eggs and 1 toast'],
    ['2 pears, actually 3 plums', '2 pears , actually 3 plums'],
    ['6 wings and my son ate 2', '6 wings and my son ate 2'],
  ])('given %j, then %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
