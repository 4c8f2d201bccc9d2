import { describe, expect, it } from 'vitest';
import { tokenise } from '../normalise/tokenise.js';
import { readAmount } from './read-amount.js';

const amount = (before: string, after = '') => readAmount(tokenise(before), tokenise(after));

describe('readAmount', () => {
  it.each([
    ['2', '', 2, undefined],
    ['a', '', 1, undefined],
    ['a cup of', '', 1, 'cup'],
    ['slices of', '', undefined, 'slice'],
    ['150g', '', 150, 'g'],
    ['2 x 30 g', '', 60, 'g'],
    ['2 8 oz', '', 16, 'oz'],
    ['1 12 fl oz can of', '', 12, 'fl_oz'],
    ['', '150 g', 150, 'g'],
    ['', 'x2', 2, undefined],
    ['', 'for 2 days', undefined, undefined],
    ['a lot of', '', undefined, undefined],
    ['a bit of', '', undefined, undefined],
    ['2 c', '', 2, 'cup'],
    ['2 tons of', '', 2, 'ton'],
    ['a ton of', '', undefined, undefined],
  ])('given %j before and %j after, then %s %s', (before, after, quantity, unit) => {
    expect(amount(before, after)).toMatchObject({ quantity, unit });
  });

  it('given a size, then it is kept apart from the unit', () => {
    expect(amount('2 large')).toMatchObject({ quantity: 2, size: 'large', rest: [] });
  });

  it('given words about neither, then they are left over', () => {
    expect(amount('2 purple').rest.map((token) => token.text)).toEqual(['purple']);
  });
});
