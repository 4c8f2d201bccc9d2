import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIGURES, parseCases } from './cases.js';
import { withFigures } from './reference.js';

describe('the sets of this folder', () => {
  const { meals } = parseCases(fileOf('meals.jsonl'), 'meals.jsonl');
  const { negatives } = parseCases(fileOf('negatives.jsonl'), 'negatives.jsonl');

  test('have no case twice', () => {
    const cases = [...meals, ...negatives];
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  });

  test('add up', () => {
    const wrong = meals.filter(({ figures, breakdowns: [items = []] }) =>
      FIGURES.some((figure) => {
        const sum = items.reduce((all, item) => all + (item.figures?.[figure] ?? 0), 0);
        return Math.abs(sum - (figures[figure] ?? 0)) > 0.05 || items.length === 0;
      }),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('reading cases', () => {
  test('figures, items and kind may be missing', () => {
    const { meals } = parseCases('{"id":"a","text":"an apple","carbs":25}\n\n', 'a.jsonl');
    expect(meals).toEqual([
      { id: 'a', text: 'an apple', kind: '', figures: { carbs: 25 }, breakdowns: [] },
    ]);
  });

  test('a line with expect is a negative', () => {
    const line =
      '{"id":"n","text":"hi","expect":{"outcome":"completed","items_max":1,"kcal_between":[1,2]}}';
    expect(parseCases(line, 'n.jsonl').negatives[0]?.expect).toEqual({
      outcome: 'completed',
      itemsMax: 1,
      kcalBetween: [1, 2],
    });
  });

  test.each(['[]', '{"id":"a"}', '{"text":"a","kcal":"1"}', '{"text":"a","expect":{}}', '{'])(
    '%s is refused with its place',
    (line) => {
      expect(() => parseCases(`{"id":"a","text":""}\n${line}`, 'a.jsonl')).toThrow(/^a\.jsonl:2: /);
    },
  );

  test('items without figures get those of their code', () => {
    const line = '{"id":"a","text":"x","items":[{"desc":"Milk","fndds":1,"grams":200}]}';
    const per100g = { kcal: 50, protein: 3, carbs: 5, fat: 2 };
    const reference = new Map([[1, { category: 'Milk', per100g }]]);
    const { meals } = withFigures(parseCases(line, 'a.jsonl'), reference);
    expect(meals[0]?.breakdowns[0]?.[0]?.figures).toEqual({
      kcal: 100,
      protein: 6,
      carbs: 10,
      fat: 4,
    });
  });
});

function fileOf(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}
