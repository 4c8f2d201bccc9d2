import { describe, expect, it } from 'vitest';
import { readNumbers } from '../normalise/numbers.js';
import { tokenise } from '../normalise/tokenise.js';
import { withShares } from './shares.js';

const share = (text: string): number | undefined =>
  withShares(readNumbers(tokenise(text))).find(({ kind }) => kind === 'number')?.value;

describe('withShares', () => {
  it.each([
    ['split a pizza with my wife', 0.5],
    ['shared nachos with 3 friends', 0.25],
    ['split a bottle of wine between 4 of us', 0.25],
    ['split a large pizza 2 ways', 0.5],
    ['shared fries with two eggs', 2],
  ])('given %j, then %d', (text, expected) => {
    expect(share(text)).toBe(expected);
  });
});
