import { describe, expect, it } from 'vitest';
import { analyseMeal } from '../embedded-analyser.js';
import { isPlausibleFood } from '../item/guards.js';
import { foodTable } from './food-table.js';
import { readBuiltInTable } from './read-table.js';

const APPLE = {
  id: 'apple',
  name: 'Apple',
  source: 'usda-fndds:63101000',
  aliases: ['apple'],
  per_100g: {
    kcal: 61,
    protein_g: 0.2,
    carbs_g: 14.8,
    fat_g: 0.2,
    fiber_g: 2.1,
    sugar_g: 11.7,
    sodium_mg: 1,
  },
  portions: { piece: 200 },
  usual: { quantity: 1, unit: 'piece' },
};

const read = (...rows: readonly unknown[]) =>
  foodTable('test', [{ file: 'a.jsonl', text: rows.map((row) => JSON.stringify(row)).join('\n') }]);

describe('a food table', () => {
  it('given rows, then foods by id and by alias', () => {
    const table = read(APPLE);
    expect(table.byId.get('apple')?.per100g.calories).toBe(61);
    expect(table.lexicon.byAlias.get('appl')).toBeUndefined();
    expect(table.lexicon.byAlias.get('apple')?.id).toBe('apple');
  });

  it.each([
    [{ ...APPLE, portions: { heap: 10 } }, 'a.jsonl:2: portions.heap is no known unit'],
    [{ ...APPLE, portions: { piece: 0 } }, 'a.jsonl:2: portions.piece must be more than 0'],
    [{ ...APPLE, per_100g: { ...APPLE.per_100g, kcal: -1 } }, 'per_100g.kcal cannot be -1'],
    [{ ...APPLE, per_100g: { kcal: 61 } }, 'per_100g.fat_g is missing'],
    [{ ...APPLE, usual: { quantity: 1, unit: 'cup' } }, undefined],
    [{ ...APPLE, usual: { quantity: 1, unit: 'bowl' } }, 'usual.unit must be one of'],
    [{ ...APPLE, aliases: 'apple' }, 'aliases must be a list'],
    [{ ...APPLE, colour: 'red' }, 'colour is no known field'],
    ['apple', 'the line must be an object'],
    [APPLE, "'apple' is there twice"],
  ])('given %j in the second line, then %s', (row, problem) => {
    const second = typeof row === 'object' && row !== APPLE ? { ...row, id: 'second' } : row;
    if (problem === undefined) expect(() => read(APPLE, second)).not.toThrow();
    else expect(() => read(APPLE, second)).toThrow(problem);
  });

  it('given an alias that two foods claim, then the first has it and it is reported', () => {
    const { lexicon } = read(APPLE, { ...APPLE, id: 'pome' });
    expect(lexicon.byAlias.get('apple')?.id).toBe('apple');
    expect(lexicon.conflicts).toHaveLength(1);
  });

  it('given an imported food with an everyday name, then the everyday food keeps it', () => {
    const imported = { ...APPLE, id: 'apple-dried', imported: true };
    expect(read(imported, APPLE).lexicon.byAlias.get('apple')?.id).toBe('apple');
  });
});

describe('the built-in table', () => {
  const table = readBuiltInTable();

  it('has a version that names it and its content', () => {
    expect(table.version).toMatch(/^everyday-[0-9a-f]{12}$/u);
  });

  it('has everyday foods with sources of USDA', () => {
    expect(table.foods.length).toBeGreaterThan(1000);
    const others = table.foods.filter(
      ({ source }) => !/^usda-(?:fndds:\d{8}|sr:\d{5})$/u.test(source),
    );
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  it('has energy that fits the macros', () => {
    const odd = table.foods.filter((food) => !isPlausibleFood(food)).map(({ id }) => id);
    expect(odd.length).toBeLessThan(table.foods.length / 50);
  });

  it('has aliases that are found again', () => {
    const lost = table.foods.flatMap((food) =>
      food.aliases.filter((alias) => {
        const analysis = analyseMeal({ text: `100 g ${alias}` }, table);
        return analysis.outcome === 'failed';
      }),
    );
    // A few aliases are words that mean no food on their own.
    expect(lost.length).toBeLessThan(table.foods.length / 50);
    // Thirteen thousand texts take their time on a busy machine.
  }, 120_000);
});
