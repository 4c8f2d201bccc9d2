import { describe, expect, it } from 'vitest';
import { readNumbers } from '../normalise/numbers.js';
import { tokenise } from '../normalise/tokenise.js';
import { FOODS } from './foods/index.js';
import { buildLexicon, findFoods } from './lexicon.js';
import { type Segment, segment } from './segment.js';

const LEXICON = buildLexicon(FOODS);

function segments(text: string): readonly Segment[] {
  const tokens = readNumbers(tokenise(text));
  return segment(tokens, findFoods(tokens, LEXICON));
}

const foods = (text: string): readonly string[] =>
  segments(text).map((part) => part.span?.food.id ?? '?');

describe('segment', () => {
  it.each([
    ['eggs, toast and coffee', ['egg-boiled', 'toast', 'coffee']],
    ['mac and cheese', ['mac-and-cheese']],
    ['peanut butter and jelly sandwich', ['sandwich-pbj']],
    ['toast with peanut butter and jelly', ['toast', 'peanut-butter', 'jam']],
    ['2 eggs 1 banana', ['egg-boiled', 'banana']],
    ['salmon 150 g rice 200 g', ['salmon', 'rice-white']],
    ['chicken rice broccoli', ['chicken-breast', 'rice-white', 'broccoli']],
    ['burger no cheese and fries', ['hamburger', 'fries']],
    ['coffee without milk or sugar', ['coffee']],
    ['dragonfruit and toast', ['?', 'toast']],
  ])('given %j, then %j', (text, expected) => {
    expect(foods(text)).toEqual(expected);
  });

  it('given a food in front of a dish, then it is part of the dish', () => {
    const [smoothie, ...others] = segments('banana smoothie');
    expect(others).toEqual([]);
    expect(smoothie?.span?.food.id).toBe('smoothie');
    expect(smoothie?.modifiers.map((span) => span.food.id)).toEqual(['banana']);
  });

  it('given with, then what follows is added to what came before', () => {
    const parts = segments('coffee with milk and sugar, toast');
    expect(parts.map((part) => part.isAddition)).toEqual([false, true, true, false]);
  });
});
