import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBuiltInTable } from '../analysis/index.js';
import { foodJson } from './food-json.js';
import { openTable } from './open-table.js';

const folder = mkdtempSync(join(tmpdir(), 'open-table-'));
const quiet = () => undefined;
const everyday = readBuiltInTable();

const SEA_BUCKTHORN = {
  code: 63999999,
  desc: 'Sea buckthorn berries, raw',
  kcal: 82,
  protein: 1.2,
  carbs: 7.8,
  fat: 5,
  portions: [['1 cup', 140]],
};

function fileOf(row: unknown): string {
  const path = join(folder, 'foods.jsonl');
  writeFileSync(path, `${JSON.stringify(row)}\n`);
  return path;
}

afterAll(() => rmSync(folder, { recursive: true }));

describe('the table that a command names', () => {
  it('is the built-in one where none is named', async () => {
    expect((await openTable(undefined, quiet)).version).toBe(everyday.version);
  });

  it('is a finished table as it is', async () => {
    const first = everyday.foods[0];
    if (first === undefined) throw new Error('the built-in table is empty');
    const table = await openTable(fileOf(foodJson(first)), quiet);
    expect(table.foods.map((food) => food.id)).toEqual([first.id]);
  });

  it.each(['file', 'folder'])('is a database beside the everyday foods, from a %s', async (of) => {
    const path = fileOf(SEA_BUCKTHORN);
    const table = await openTable(of === 'file' ? path : folder, quiet);
    expect(table.foods).toHaveLength(everyday.foods.length + 1);
    expect(table.byId.get('usda-fndds-63999999')?.per100g.calories).toBe(82);
  });

  it('says what is wrong with anything else', async () => {
    await expect(openTable(join(folder, 'none.jsonl'), quiet)).rejects.toThrow(
      /There is no food table/u,
    );
    await expect(openTable(fileOf({ hello: 1 }), quiet)).rejects.toThrow(/foods\.jsonl/u);
  });
});
