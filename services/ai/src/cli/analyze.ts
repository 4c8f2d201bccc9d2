import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { analyseMeal, type FoodTable } from '../analysis/index.js';
import { openTable } from '../import/open-table.js';
import { analysisJson } from './output.js';

const HELP = `Reads a meal with the built-in food table and prints the result as JSON.

  npm run -s analyze -- "two eggs and toast"
  npm run -s analyze -- --file meals.jsonl > results.jsonl

  --file PATH    a JSONL file of {"id", "text"} instead of one text; "-" reads standard input;
                 one line of JSON for each, with its id
  --table PATH   another food table: a JSONL file or a folder of them, or a USDA database,
                 which is imported first, as by "foods import"
  --meal-type T  breakfast, lunch, dinner or snack
  --help         this text
`;

/** Something that the one who typed the command can put right. */
class UsageError extends Error {}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const isFile = values.file !== undefined;
  if (isFile && positionals.length > 0) throw new UsageError('Give a text or --file, not both.');
  if (!isFile && positionals.length === 0) throw new UsageError('Give a text, or --file PATH.');
  const table = await openTable(values.table, say);
  if (values.file !== undefined) {
    await analyseFile(values.file, table);
    return;
  }
  const request = { text: positionals.join(' '), mealType: values['meal-type'] };
  const json = analysisJson(analyseMeal(request, table), table.version);
  process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        table: { type: 'string' },
        'meal-type': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // A meal may begin with a dash: `-3 apples`.
    if (args.length === 1 && !/^--?[a-z]/u.test(args[0] ?? '')) {
      return parseArgs({
        args: ['--', ...args],
        allowPositionals: true,
        options: {
          file: { type: 'string' },
          table: { type: 'string' },
          'meal-type': { type: 'string' },
          help: { type: 'boolean', short: 'h' },
        },
      });
    }
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function analyseFile(path: string, table: FoodTable): Promise<void> {
  const input = path === '-' ? process.stdin : createReadStream(path, 'utf8');
  let line = 0;
  let out = '';
  for await (const row of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (row.trim() === '') continue;
    const { id, text } = mealOf(row, path, line);
    const json = analysisJson(analyseMeal({ text }, table), table.version);
    out += `${JSON.stringify({ id, ...json })}\n`;
    if (out.length > 65_536) {
      process.stdout.write(out);
      out = '';
    }
  }
  process.stdout.write(out);
}

function mealOf(row: string, path: string, line: number): { id: unknown; text: string } {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    throw new UsageError(`${path}:${line}: no JSON`);
  }
  const { id, text } = (value ?? {}) as { id?: unknown; text?: unknown };
  if (typeof text !== 'string') throw new UsageError(`${path}:${line}: needs a "text"`);
  return { id: id ?? line, text };
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  say(`analyze: ${message}`);
  if (error instanceof UsageError) say('Try --help.');
  process.exitCode = 1;
}
