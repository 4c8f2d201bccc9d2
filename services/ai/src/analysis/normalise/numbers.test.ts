import { describe, expect, it } from 'vitest';
import { readNumbers } from './numbers.js';
import { tokenise } from './tokenise.js';

const read = (text: string): string =>
  readNumbers(tokenise(text))
    .map((token) =>
      token.kind === 'number' ? `${token.about ? '~' : ''}${token.value}` : token.text,
    )
    .join(' ');

describe('readNumbers', () => {
  it.each([
    ['two eggs', '2 eggs'],
    ['half an apple', '0.5 apple'],
    ['half a dozen eggs', '6 eggs'],
    ['two dozen oysters', '24 oysters'],
    ['one and a half cups', '1.5 cups'],
    ['a cup and a half of rice', '1.5 cup of rice'],
    ['two cups and a half of rice', '2.5 cups of rice'],
    ['2 to 3 eggs', '~2.5 eggs'],
    ['a few grapes', '~3 grapes'],
    ['three quarters of a pizza', '0.75 pizza'],
    ['a slice', 'a slice'],
    ['twenty five fries', '25 fries'],
    ['1 and 1/4 cup', '1.25 cup'],
    ['a million grapes', '1000000 grapes'],
    ['infinity bananas', '1000000 bananas'],
    ['nan bananas', '1000000 bananas'],
    ['nan made beans', 'nan made beans'],
    ['minus two eggs', '-2 eggs'],
    ['salad minus two eggs', 'salad minus 2 eggs'],
    ['thousands of cookies', '2000 cookies'],
    ['zero eggs', '0 eggs'],
    ['coke zero cans', 'coke zero cans'],
    ['half and half', 'half and half'],
    ['one half and half', '1 half and half'],
    ['toast and half an avocado', 'toast and 0.5 avocado'],
    ['one and half cup rice', '1.5 cup rice'],
    ['half a roast chicken', 'half roast chicken'],
    ['1/4 chicken with fries', 'quarter chicken with fries'],
    ['half chicken breast', '0.5 chicken breast'],
    ['a stack of pancakes', '~3 pancakes'],
  ])('given %j, then %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
