import { describe, expect, it } from 'vitest';
import { readBuiltInTable } from '../table/read-table.js';
import { inEnglishOrder } from './dishes-of.js';
import { tokenise } from './tokenise.js';

const { lexicon } = readBuiltInTable();

const read = (text: string): string =>
  inEnglishOrder(tokenise(text), lexicon)
    .map(({ text: word }) => word)
    .join(' ');

describe('inEnglishOrder', () => {
  it.each([
    ['a soup of lentils and bread', 'a lentils soup and bread'],
    ['juice of orange', 'orange juice'],
    ['soup of the day', 'soup of the day'],
    ['a bowl of soup', 'a bowl of soup'],
  ])('given %j, then %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
