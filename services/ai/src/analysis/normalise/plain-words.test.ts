import { describe, expect, it } from 'vitest';
import { inPlainWords } from './plain-words.js';
import { tokenise } from './tokenise.js';

const read = (text: string): string =>
  inPlainWords(tokenise(text))
    .map(({ kind, value, text: word }) => (kind === 'number' ? value : word))
    .join(' ');

describe('inPlainWords', () => {
  it.each([
    ['bacon sarnie wi ketchup, nae butter', 'bacon sandwich with ketchup , no butter'],
    ['large double double', 'large coffee with 2 tims cream and 2 tims sugar'],
    ['double double and fries', 'double double and fries'],
    ['tims coffee 1 cream', 'tims coffee 1 tims cream'],
    ['tocilog', 'tocino and garlic rice and fried egg'],
    ['tocilog - tocino and rice', 'tocilog - tocino and rice'],
    ['dominos 3 slices pepperoni', 'dominos 3 slices pepperoni pizza'],
    ['dominos 2 slices pepperoni pizza', 'dominos 2 slices pepperoni pizza'],
    ['2 slices cheese', '2 slices cheese'],
  ])('given %j, then %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
