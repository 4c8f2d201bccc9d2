import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { splitRows } from './csv.js';
import { deriveAliases } from './derive-aliases.js';
import { derivePortions } from './derive-portions.js';
import { foodJson } from './food-json.js';
import { importFoods } from './import-foods.js';
import { readFdc } from './read-fdc.js';
import { readJsonl } from './read-jsonl.js';
import type { SourceFood } from './source-food.js';

const folder = mkdtempSync(join(tmpdir(), 'fdc-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FIGURES = {
  calories: 61,
  proteinG: 3.3,
  carbsG: 4.6,
  fatG: 3.2,
  fiberG: 0,
  sugarG: 4.8,
  sodiumMg: 38,
};

function record(over: Partial<SourceFood>): SourceFood {
  return {
    source: 'usda-fndds:11111000',
    description: 'Milk, whole',
    otherNames: [],
    per100g: FIGURES,
    portions: [['1 cup', 244]],
    ...over,
  };
}

describe('aliases', () => {
  it.each([
    ['Bread, white, toasted', 'toasted white bread'],
    ['Rice, white, cooked, NS as to fat', 'white rice'],
    ['Apple, raw', 'apple'],
    ['Elk, roasted', 'roasted elk'],
    ['Soup with noodles, beef', 'beef soup with noodles'],
    ['Big Mac (McDonalds)', 'mcdonalds big mac'],
  ])('given %j, then %j is one', (description, alias) => {
    expect(deriveAliases(description, [])).toContain(alias);
  });

  it('leaves remarks out', () => {
    expect(deriveAliases('Frozen yogurt, vanilla', ['in a cup', 'scoop', 'froyo'])).toEqual([
      'vanilla frozen yogurt',
      'froyo',
    ]);
  });
});

describe('portions', () => {
  it('are read from words', () => {
    const portions = [
      ['1 cup, diced', 132],
      ['1 medium (3" dia)', 182],
      ['2 tablespoons', 30],
      ['1 fl oz', 30.5],
      ['1/2 cup', 60],
      ['1 oz', 28.35],
      ['1 sandwich', 150],
      ['Quantity not specified', 182],
    ] as const;
    expect(derivePortions(portions)).toEqual({
      portions: { cup: 132, medium: 182, tbsp: 15, fl_oz: 30.5, piece: 150 },
      usual: { quantity: 1, unit: 'medium' },
    });
  });

  it('are 100 g where there are none', () => {
    expect(derivePortions([]).usual).toEqual({ quantity: 100, unit: 'g' });
  });
});

describe('importFoods', () => {
  it.each([
    [{ description: ' ' }, 'no description'],
    [{ per100g: { ...FIGURES, calories: undefined } }, 'no energy figure'],
    [{ per100g: { ...FIGURES, fatG: undefined } }, 'no protein, carbohydrate or fat figure'],
    [{ per100g: { ...FIGURES, sodiumMg: -1 } }, 'a figure below 0'],
    [{ per100g: { ...FIGURES, calories: 2000 } }, 'figures that cannot be'],
  ])('given %j, then it is left out: %s', (over, reason) => {
    const { foods, skipped } = importFoods([record(over)], []);
    expect(foods).toEqual([]);
    expect([...skipped.keys()]).toEqual([reason]);
  });

  it('leaves out what the everyday table has, and what is there twice', () => {
    const [milk] = importFoods([record({})], []).foods;
    if (milk === undefined) throw new Error('no milk');
    expect(importFoods([record({})], [milk]).foods).toEqual([]);
    expect(importFoods([record({}), record({})], []).foods).toHaveLength(1);
  });

  it('marks its foods, so that everyday names win', () => {
    const [milk] = importFoods([record({})], []).foods;
    expect(milk).toMatchObject({ id: 'usda-fndds-11111000', isImported: true, isDrink: true });
    if (milk !== undefined) expect(foodJson(milk)).toMatchObject({ imported: true, drink: true });
  });
});

describe('CSV', () => {
  it('given quotes, commas and lines within fields, then fields', () => {
    expect(splitRows('a,"b, ""c""\nd",e\r\n1,2,3', true).rows).toEqual([
      ['a', 'b, "c"\nd', 'e'],
      ['1', '2', '3'],
    ]);
  });

  it('given half a row, then it waits for the rest', () => {
    expect(splitRows('a,b\n1,"2', false)).toEqual({ rows: [['a', 'b']], rest: '1,"2' });
  });
});

describe('a FoodData Central download', () => {
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

  it('given its files, then foods with codes, figures and portions', async () => {
    write(
      'food.csv',
      '"fdc_id","data_type","description"\n"1","survey_fndds_food","Milk, whole"\n' +
        '"2","branded_food","Choco"\n"3","sr_legacy_food","Butter, salted"\n',
    );
    write('survey_fndds_food.csv', 'fdc_id,food_code\n1,11111000\n');
    write('sr_legacy_food.csv', 'fdc_id,NDB_number\n3,1001\n');
    write('nutrient.csv', 'id,name,unit_name,nutrient_nbr\n1008,Energy,KCAL,208\n1003,P,G,203.0\n');
    write(
      'food_nutrient.csv',
      'id,fdc_id,nutrient_id,amount\n1,1,1008,61\n2,1,1003,3.3\n3,3,208,717\n',
    );
    write('measure_unit.csv', 'id,name\n1000,cup\n9999,undetermined\n');
    write(
      'food_portion.csv',
      'id,fdc_id,amount,measure_unit_id,portion_description,modifier,gram_weight\n' +
        '1,1,,9999,1 cup,10205,244\n2,3,1,9999,,pat,5\n3,3,1,1000,,,227\n',
    );
    const foods = await readFdc(folder, () => undefined);
    expect(foods).toMatchObject([
      {
        source: 'usda-fndds:11111000',
        per100g: { calories: 61, proteinG: 3.3, fatG: undefined },
        portions: [['1 cup', 244]],
      },
      {
        source: 'usda-sr:01001',
        per100g: { calories: 717 },
        portions: [
          ['1 pat', 5],
          ['1 cup', 227],
        ],
      },
    ]);
  });

  it('given a folder without its files, then it says which is missing', async () => {
    await expect(readFdc(tmpdir(), () => undefined)).rejects.toThrow('there is no food.csv');
  });

  it('given a row that is cut off, then it names file and row', async () => {
    write('food.csv', 'fdc_id,data_type,description\n1,survey_fndds_food\n');
    await expect(readFdc(folder, () => undefined)).rejects.toThrow(
      /food\.csv: row 2 has 2 fields/u,
    );
  });
});

describe('JSONL', () => {
  it('given rows, then foods; given none, then file and line', () => {
    const path = join(folder, 'a.jsonl');
    writeFileSync(path, '{"code":1,"desc":"Milk","kcal":50,"portions":[["1 cup",244]]}\n');
    expect(readJsonl(path)).toMatchObject([{ source: 'usda-fndds:1', portions: [['1 cup', 244]] }]);
    writeFileSync(path, '{"code":1,"desc":"Milk"}\n{"desc":1}\n');
    expect(() => readJsonl(path)).toThrow('a.jsonl:2: needs a text "desc"');
  });
});
