import { describe, expect, it } from 'vitest';
import { MAX_TEXT_LENGTH, type Token, tokenise } from './tokenise.js';

const show = (token: Token): string | number =>
  token.kind === 'number' ? token.value : token.text;
const tokens = (text: string): readonly (string | number)[] => tokenise(text).map(show);

describe('tokenise', () => {
  it.each([
    ['150g salmon', [150, 'g', 'salmon']],
    ['1/2 avocado', [0.5, 'avocado']],
    ['1 1/2 cups', [1.5, 'cups']],
    ['1½ cups', [1.5, 'cups']],
    ['1,5 cups', [1.5, 'cups']],
    ['1,500 g', [1500, 'g']],
    ['.5 cup', [0.5, 'cup']],
    ['1/0 apple', [1, 'apple']],
    ['-3 apples', [-3, 'apples']],
    ['2-3 eggs', [2, 'to', 3, 'eggs']],
    ['stir-fry', ['stir', 'fry']],
    ['- toast\n- tea', ['-', 'toast', '.', '-', 'tea']],
    ['yogurt w/ berries', ['yogurt', 'with', 'berries']],
    ['coffee w/o sugar', ['coffee', 'without', 'sugar']],
    ['Café au lait', ['cafe', 'au', 'lait']],
    ["McDonald's", ['mcdonald']],
    ['2% milk', ['2%', 'milk']],
    ['8 oz. steak', [8, 'oz', 'steak']],
    ['$12 taco at 8:30 am', [',', 'taco', 'at', ',']],
    ['12-oz steak', [12, 'oz', 'steak']],
    ['1-1/2 cups', [1.5, 'cups']],
    ['mac n cheese', ['mac', 'and', 'cheese']],
    ['pb&j', ['pb', 'and', 'j']],
    ['3x50g', [3, 'x', 50, 'g']],
    ['2xtoast', [2, 'x', 'toast']],
    ['toast x2', ['toast', 'x', 2]],
    ['80/20 ground beef', ['80%', 'ground', 'beef']],
    ['12" pizza', ['12inch', 'pizza']],
    ['6-inch sub', ['6inch', 'sub']],
    ['7-up', ['7up']],
    ['handful of m&ms', ['handful', 'of', 'mnm']],
    ['rice (200g)', ['rice', '(', 200, 'g', ')']],
    ['soooo good', ['so', 'good']],
    ['１ banana', [1, 'banana']],
    ['1e9 cookies', [1e6, 'cookies']],
    ['lunch: tea', ['lunch', ':', 'tea']],
  ])('given %j, then %j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('given a token, then it knows its place in the original', () => {
    const [, salmon] = tokenise('Fresh Salmon');
    expect(salmon).toMatchObject({ text: 'salmon', start: 6, end: 12 });
  });

  it('given an endless text and an endless number, then both are bounded', () => {
    const huge = tokenise('9'.repeat(MAX_TEXT_LENGTH * 2));
    expect(huge).toHaveLength(1);
    expect(huge[0]?.value).toBe(1e6);
  });
});
