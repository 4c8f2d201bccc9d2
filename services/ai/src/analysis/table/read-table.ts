import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type FoodTable, foodTable } from './food-table.js';

/** Reads a table from a JSONL file, or from every `*.jsonl` of a folder in the order of names. */
export function readTable(path: string, name = basename(path).replace(/\.jsonl$/u, '')): FoodTable {
  const files = filesAt(path).map((file) => ({
    file: basename(file),
    text: readFileSync(file, 'utf8'),
  }));
  const hash = createHash('sha256');
  for (const { text } of files) hash.update(text);
  return foodTable(`${name}-${hash.digest('hex').slice(0, 12)}`, files);
}

/** The everyday table that comes with this package. */
export function readBuiltInTable(): FoodTable {
  return readTable(builtInTablePath(), 'everyday');
}

/** `foods/` beside the package's manifest: the same for sources, compiled code and images. */
export function builtInTablePath(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) {
    folder = dirname(folder);
  }
  return join(folder, 'foods');
}

function filesAt(path: string): readonly string[] {
  if (!existsSync(path)) throw new Error(`There is no food table at ${path}`);
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => join(path, name));
}
