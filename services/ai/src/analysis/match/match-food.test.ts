import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Food } from '../food.js';
import { tableOf } from '../table/food-table.js';
import { readBuiltInTable } from '../table/read-table.js';
import { wordsOf } from './lexicon.js';
import { matchFood } from './match-food.js';
import { correct, slipsBetween } from './typos.js';

const FIGURES = {
  calories: 100,
  proteinG: 10,
  carbsG: 10,
  fatG: 2,
  fiberG: 0,
  sugarG: 0,
  sodiumMg: 0,
};

function food(id: string, alias: string, isImported = false): Food {
  return {
    id,
    name: alias,
    source: 'test',
    aliases: [alias],
    per100g: FIGURES,
    portions: {},
    usual: { quantity: 100, unit: 'g' },
    ...(isImported ? { isImported: true as const } : {}),
  };
}

const { lexicon } = tableOf('test', [
  food('rice', 'rice'),
  food('rice-brown', 'brown rice'),
  food('chicken', 'chicken'),
  food('chicken-breast', 'chicken breast'),
  food('chicken-soup', 'chicken soup'),
  food('deep-dish', 'deep dish pizza'),
  food('carrot', 'carrot'),
  food('carrot-baby', 'baby food carrot', true),
  food('elk', 'roasted elk', true),
]);
const match = (phrase: string) => matchFood(wordsOf(phrase), lexicon);

describe('matchFood', () => {
  it.each([
    ['rice', 'rice'],
    ['brown rice', 'rice-brown'],
    ['grilled chicken breast', 'chicken-breast'],
    ['chicken breast grilled', 'chicken-breast'],
    ['homemade chicken soup', 'chicken-soup'],
    ['purple rice', 'rice'],
    ['carrots', 'carrot'],
    ['roast elk', 'elk'],
    ['dish soap', undefined],
    ['dish', undefined],
    ['tires', undefined],
    ['', undefined],
  ])('given %j, then %s', (phrase, id) => {
    expect(match(phrase)?.food.id).toBe(id);
  });

  it('given words that the food does not say, then it is less sure', () => {
    expect(match('purple rice')?.score).toBeLessThan(match('rice')?.score ?? 0);
    expect(match('purple rice')?.ignored).toEqual(['purple']);
  });

  it('given a misspelled word, then it says what was read', () => {
    expect(match('chiken')).toMatchObject({
      food: { id: 'chicken' },
      corrected: [['chiken', 'chicken']],
    });
  });

  it('offers other foods with the same words', () => {
    expect(match('rice')?.others.map(({ id }) => id)).toContain('rice-brown');
  });

  it('never throws, and its score is a share', () => {
    const table = readBuiltInTable();
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const { score } = matchFood(words, table.lexicon) ?? { score: 1 };
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('typos', () => {
  const table = readBuiltInTable();

  it.each([
    ['brocoli', 'broccoli'],
    ['chiken', 'chicken'],
    ['samlon', 'salmon'],
    ['cat', undefined],
    ['xyz', undefined],
    ['qqqqqqq', undefined],
  ])('given %j, then %s', (word, expected) => {
    expect(correct(word, table.lexicon)).toBe(expected);
  });

  it('counts swapped neighbours as one slip', () => {
    expect(slipsBetween('salmon', 'samlon')).toBe(1);
    expect(slipsBetween('rice', 'ricee')).toBe(1);
    expect(slipsBetween('', 'abc')).toBe(3);
  });
});
