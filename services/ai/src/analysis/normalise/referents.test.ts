import { describe, expect, it } from 'vitest';
import { readBuiltInTable } from '../table/read-table.js';
import { withReferents } from './referents.js';
import { tokenise } from './tokenise.js';

const { lexicon } = readBuiltInTable();

const read = (text: string): string =>
  withReferents(tokenise(text), lexicon)
    .map(({ text: word }) => word)
    .join(' ');

describe('withReferents', () => {
  it.each([
    [
      'they wanted pizza so i had 2 slices of the veggie one',
      'they wanted so i had 2 slices of the veggie pizza',
    ],
    ['someone brought donuts so i had one glazed', 'someone brought so i had one glazed donut'],
    ['she brought bagels, had one with butter', 'she brought , had one bagel with butter'],
    ['one egg and one toast', 'one egg and one toast'],
    ['had cookies, the big one', 'had cookies , the big'],
    ['had one with cheese', 'had one with cheese'],
  ])('given %j, then %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
