import { describe, expect, it } from 'vitest';
import { tokenise } from '../normalise/tokenise.js';
import { keepEaten } from './eaten.js';

const kept = (text: string): string =>
  keepEaten(tokenise(text))
    .tokens.map((token) => token.text)
    .join(' ');

describe('keepEaten', () => {
  it.each([
    ['my dog ate the steak', ''],
    ['the kids had pizza, fries, i had salad', ', i had salad'],
    ['my wife had the salmon and i had the steak', 'and i had the steak'],
    ['gave the dog my bacon but ate the eggs', 'but ate the eggs'],
    ['skipped breakfast, had soup', ', had soup'],
    ['skipped lunch and had pizza', 'and had pizza'],
    ['i wanted pizza but had a salad', 'but had a salad'],
    ['shopping list: eggs, bread', ''],
    ['tomorrow i will eat pizza', ''],
    ['how many calories in a banana', ''],
    ['that exam was a piece of cake', ''],
    ['motor oil', ''],
  ])('given %j, then %j is left', (text, expected) => {
    expect(kept(text)).toBe(expected);
  });

  it.each([
    'my wife and i had pizza',
    'my mom made lasagna',
    'a hot dog',
    'a piece of cake for dessert',
    'went out with my friend and had sushi',
    'not my best day',
  ])('given %j, then all of it was eaten', (text) => {
    expect(kept(text)).toBe(text);
  });

  it.each(['skipped lunch', "didn't eat", 'no dinner today', 'fasting', 'nothing'])(
    'given %j, then it says that nothing was eaten',
    (text) => {
      expect(keepEaten(tokenise(text)).saysNothingEaten).toBe(true);
    },
  );
});
