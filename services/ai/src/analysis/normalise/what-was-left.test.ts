import { describe, expect, it } from 'vitest';
import { readNumbers } from './numbers.js';
import { tokenise } from './tokenise.js';
import { withoutRest } from './what-was-left.js';

const read = (text: string): string =>
  withoutRest(readNumbers(tokenise(text)))
    .map(({ text: word }) => word)
    .join(' ');

describe('withoutRest', () => {
  it.each([
    ['a wrap, ate half and saved the other half', 'a wrap , ate 0.5'],
    ['soup, gave the rest to the dog, and an apple', 'soup , , and an apple'],
    ['half a burger rest is for tomorrow', '0.5 burger'],
    ['finished the rest of the pizza', 'finished the rest of the pizza'],
    ['leftover curry and rice', 'leftover curry and rice'],
  ])('given %j, then %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
