import { describe, expect, it } from 'vitest';
import { stem } from './stem.js';

describe('stem', () => {
  it.each([
    ['eggs', 'egg'],
    ['berries', 'berry'],
    ['cookies', 'cookie'],
    ['fries', 'fry'],
    ['tomatoes', 'tomato'],
    ['sandwiches', 'sandwich'],
    ['glasses', 'glass'],
    ['loaves', 'loaf'],
  ])('given %s and %s, then they share a key', (plural, singular) => {
    expect(stem(plural)).toBe(stem(singular));
  });

  it.each(['hummus', 'couscous', 'glass', 'oz'])('given %s, then nothing is cut off', (word) => {
    expect(stem(word)).toBe(word);
  });
});
