import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readFdc } from './read-fdc.js';
import { readJsonl } from './read-jsonl.js';
import { ImportError, type Progress, type SourceFood } from './source-food.js';

/**
 * Reads a database of foods: the folder of a FoodData Central download, a JSONL file, or a folder of
 * JSONL files. Throws `ImportError` for anything else.
 */
export async function readSource(path: string, progress: Progress): Promise<readonly SourceFood[]> {
  if (!existsSync(path)) throw new ImportError(`There is no ${path}`);
  if (!statSync(path).isDirectory()) {
    if (path.endsWith('.csv')) throw new ImportError('Name the folder of the CSV files, not one.');
    progress(`reading ${basename(path)}`);
    return readJsonl(path);
  }
  const names = readdirSync(path).sort();
  if (names.includes('food.csv')) return readFdc(path, progress);
  const files = names.filter((name) => name.endsWith('.jsonl'));
  if (files.length === 0) throw new ImportError(`${path}: neither food.csv nor any .jsonl file`);
  return files.flatMap((name) => {
    progress(`reading ${name}`);
    return readJsonl(join(path, name));
  });
}
