import { describe, expect, test } from 'vitest';
import type { AnswerItem } from './answer-schema.js';
import { checkAnswer } from './check-answer.js';

const item = (phrase: string, food: string, rest: Partial<AnswerItem> = {}): AnswerItem => ({
  phrase,
  food,
  quantity: null,
  unit: null,
  preparation: null,
  added_to: null,
  ...rest,
});

const phrasesOf = (items: readonly AnswerItem[], text: string): readonly string[] =>
  checkAnswer({ items }, text).mentions.map(({ rawText }) => rawText);

describe('what stands in the text', () => {
  test('is taken, in the words of the text', () => {
    const { mentions, problems } = checkAnswer(
      {
        items: [
          item('2 fried eggs', 'eggs', { quantity: 2, preparation: 'fried' }),
          item('cafe', 'cafe'),
          item('milk', 'milk', { added_to: 'drink' }),
        ],
      },
      'I had 2 Fried  Eggs, then a Café with milk',
    );
    expect(problems).toEqual([]);
    expect(mentions).toMatchObject([
      { rawText: '2 Fried  Eggs', phrase: 'eggs', state: 'fried', quantity: 2 },
      { rawText: 'Café', phrase: 'cafe' },
      { rawText: 'milk', addedTo: 'drink' },
    ]);
  });

  test('may share words with another item', () => {
    const text = 'beef and chicken tacos';
    const items = [item(text, 'beef tacos'), item('chicken tacos', 'chicken tacos')];
    expect(phrasesOf(items, text)).toEqual([text, 'chicken tacos']);
  });

  test('counts as often as it stands there, however often it is told', () => {
    const ten = Array.from({ length: 10 }, () => item('an egg', 'egg'));
    expect(phrasesOf(ten, 'an egg for me and an egg for me again')).toHaveLength(2);
    expect(phrasesOf([item('2 eggs', 'eggs'), item('eggs', 'eggs')], '2 eggs')).toEqual(['2 eggs']);
  });
});

describe('what does not', () => {
  test('is a problem that quotes nothing', () => {
    const items = [item('a donut', 'donut'), item('an apple', 'apple'), item('', '')];
    const { mentions, problems } = checkAnswer({ items }, 'an apple');
    expect(mentions).toHaveLength(1);
    expect(problems).toEqual([
      'items[0].phrase is not copied from meal_text',
      'items[2].phrase is not copied from meal_text',
    ]);
  });

  test('cannot name another food than its phrase, nor a state', () => {
    const { mentions, problems } = checkAnswer(
      {
        items: [item('a steak', 'water'), item('a steak', 'steak', { preparation: 'deep fried' })],
      },
      'a steak',
    );
    expect(problems).toEqual(['items[0].food is not made of words of its phrase']);
    expect(mentions).toMatchObject([{ phrase: 'steak', state: undefined }]);
  });

  test('does not join words across half a sentence', () => {
    const { problems } = checkAnswer({ items: [item('2 apples', 'apples')] }, '2 pears, apples');
    expect(problems).toHaveLength(1);
  });

  test('is bounded, however long the answer', () => {
    const items = Array.from({ length: 100_000 }, () => item('an egg', 'egg'));
    const { mentions, problems } = checkAnswer({ items }, 'an egg');
    expect(mentions).toHaveLength(1);
    expect(problems).toEqual(['there are too many items']);
  });
});

describe('an amount', () => {
  const amountOf = (phrase: string, rest: Partial<AnswerItem>) =>
    checkAnswer({ items: [item(phrase, phrase.split(' ').at(-1) ?? '', rest)] }, phrase)
      .mentions[0];

  test.each([
    ['2 eggs', { quantity: 2 }, 2, undefined],
    ['two eggs', { quantity: 2 }, 2, undefined],
    ['half an avocado', { quantity: 0.5 }, 0.5, undefined],
    ['a third of a pizza', { quantity: 0.33 }, 0.33, undefined],
    ['150g of rice', { quantity: 150, unit: 'grams' }, 150, 'g'],
    ['two 8 oz steaks', { quantity: 16, unit: 'oz' }, 16, 'oz'],
    ['a coffee', { quantity: null }, 1, undefined],
    ['a slice of toast', { quantity: 1, unit: 'slice' }, 1, 'slice'],
    ['8 fl oz of milk', { quantity: 8, unit: 'fl oz' }, 8, 'fl_oz'],
  ])('%j is what it says', (phrase, said, quantity, unit) => {
    expect(amountOf(phrase, said)).toMatchObject({ quantity });
    expect(amountOf(phrase, said)?.unit).toBe(unit);
  });

  test.each([
    ['an apple', { quantity: 50_000 }, 1],
    ['1 apple', { quantity: 50 }, 1],
    ['apples', { quantity: 12 }, undefined],
    ['150 gramos de arroz', { quantity: 150, unit: 'gramos' }, undefined],
    ['3 apples', { quantity: 3, unit: 'kg' }, undefined],
    ['2 bowls of 3 dumplings', { quantity: 40 }, undefined],
  ])('of %j cannot become another one', (phrase, said, quantity) => {
    expect(amountOf(phrase, said)?.quantity).toBe(quantity);
    expect(amountOf(phrase, said)?.unit).toBe(undefined);
  });

  test('that only the text exaggerates is left to the guards', () => {
    expect(amountOf('100000 apples', { quantity: 100_000 })).toMatchObject({ quantity: 100_000 });
  });
});
