import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type FoodTable, readBuiltInTable, readTable, tableOf } from '../analysis/index.js';
import { importFoods } from './import-foods.js';
import { readSource } from './read-source.js';
import type { Progress } from './source-food.js';

/**
 * The table that a command names: the built-in one without a path, a food table as it is, and a
 * database of foods as `foods import` would make it. The service itself reads finished tables only.
 */
export async function openTable(path: string | undefined, progress: Progress): Promise<FoodTable> {
  if (path === undefined) return readBuiltInTable();
  if (!isDatabase(path)) return readTable(path);
  const everyday = readBuiltInTable();
  const { foods } = importFoods(await readSource(path, progress), everyday.foods);
  return tableOf(`${everyday.version}+${basename(path)}`, [...everyday.foods, ...foods]);
}

/** A table's rows have an id; a database's have a code of USDA's. */
function isDatabase(path: string): boolean {
  if (!existsSync(path)) return false;
  if (!statSync(path).isDirectory()) return isDatabaseFile(path);
  const names = readdirSync(path);
  const first = names.filter((name) => name.endsWith('.jsonl')).sort()[0];
  return names.includes('food.csv') || (first !== undefined && isDatabaseFile(join(path, first)));
}

function isDatabaseFile(path: string): boolean {
  const text = readFileSync(path, 'utf8');
  try {
    const row = JSON.parse(text.slice(0, text.indexOf('\n'))) as Readonly<Record<string, unknown>>;
    return row['id'] === undefined && (row['code'] ?? row['ndb']) !== undefined;
  } catch {
    return false;
  }
}
