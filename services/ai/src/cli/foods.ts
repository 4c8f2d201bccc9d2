import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Food, readBuiltInTable, readTable } from '../analysis/index.js';
import { foodJson } from '../import/food-json.js';
import { importFoods } from '../import/import-foods.js';
import { readSource } from '../import/read-source.js';
import { ImportError } from '../import/source-food.js';

const HELP = `Works with food tables.

  npm run -s foods -- import <file or folder> --out table.jsonl
      Adds foods to the project's table: from a FoodData Central download (the folder of its CSV
      files, https://fdc.nal.usda.gov/download-datasets) or from JSONL files with one food per line.
      The everyday foods come first in the new table, so that their names keep their meaning.
  npm run -s foods -- check [table]
      Reads a table, the built-in one without a path, and says what is wrong with it.

  --out PATH   where the new table is written
  --help       this text
`;

class UsageError extends Error {}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [command, path, ...more] = positionals;
  if (values.help === true || command === undefined) {
    process.stdout.write(HELP);
    if (values.help !== true) process.exitCode = 1;
    return;
  }
  if (more.length > 0) throw new UsageError(`What is "${more[0]}"?`);
  if (command === 'check') return check(path);
  if (command !== 'import') throw new UsageError(`There is no command "${command}".`);
  if (path === undefined) throw new UsageError('Name a file or folder to import.');
  if (values.out === undefined) throw new UsageError('Name the new table with --out.');
  await importTo(path, values.out);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function importTo(path: string, out: string): Promise<void> {
  const everyday = readBuiltInTable().foods;
  const records = await readSource(path, say);
  say(`${records.length} foods read`);
  const { foods, skipped } = importFoods(records, everyday);
  if (foods.length === 0 && records.length === 0) throw new ImportError(`${path}: has no foods`);
  writeTable(out, [...everyday, ...foods]);
  // Read as the analyser will read it: a table that it would refuse is not left behind as good.
  const table = readTable(out);
  say(`${foods.length} imported, beside ${everyday.length} everyday foods`);
  for (const [reason, { count, example }] of skipped) {
    say(`${count} skipped: ${reason} (for example ${example})`);
  }
  say(`${out} is table ${table.version}`);
}

/** Moved into place as a whole: whoever reads the table meanwhile sees the old one. */
function writeTable(path: string, foods: readonly Food[]): void {
  const written = `${path}.${process.pid}`;
  writeFileSync(written, foods.map((food) => `${JSON.stringify(foodJson(food))}\n`).join(''));
  renameSync(written, path);
}

function check(path: string | undefined): void {
  const table = path === undefined ? readBuiltInTable() : readTable(path);
  const { conflicts } = table.lexicon;
  for (const conflict of conflicts) process.stdout.write(`alias ${conflict}\n`);
  process.stdout.write(`${table.version}: ${table.foods.length} foods\n`);
  if (conflicts.length > 0) process.exitCode = 1;
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`foods: ${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write('Try --help.\n');
  process.exitCode = 1;
}
