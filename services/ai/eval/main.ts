import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInTablePath } from '../src/analysis/index.js';
import { type CaseSet, parseCases } from './cases.js';
import { NO_REFERENCE, readReference, withFigures } from './reference.js';
import { jsonLineOf, reportOf, type SystemScore } from './report.js';
import { runCases } from './run-cases.js';
import { systemsUnderTest } from './system.js';

const USAGE = `Scores the analyser. The last line is JSON.
  --input FILE.jsonl    instead of the meals and the texts that are none of this folder; repeatable
  --table PATH          a food table, or a USDA database; repeatable; "built-in" is the project's own
  --reference DIR       holds fndds_union.jsonl: categories, and figures for items without
  --verbose             by kind of meal, and the worst
`;

const { values } = parseArgs({
  options: {
    input: { type: 'string', multiple: true },
    table: { type: 'string', multiple: true },
    reference: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(USAGE);
} else {
  const reference = values.reference ? readReference(values.reference) : NO_REFERENCE;
  const cases = withFigures(readCases(values.input ?? ownCases()), reference);
  const scores: SystemScore[] = [];
  for (const system of await systemsUnderTest(values.table ?? ['built-in'])) {
    const score = await runCases(system, cases, reference);
    scores.push(score);
    process.stdout.write(`${reportOf(score, values.verbose)}\n`);
  }
  process.stdout.write(jsonLineOf(scores));
}

function readCases(files: readonly string[]): CaseSet {
  const sets = files.map((file) => parseCases(readFileSync(file, 'utf8'), basename(file)));
  return {
    meals: sets.flatMap((set) => set.meals),
    negatives: sets.flatMap((set) => set.negatives),
  };
}

/** The sets of this folder, wherever the program was bundled to. */
function ownCases(): readonly string[] {
  const folder = join(builtInTablePath(), '..', 'eval');
  return ['meals.jsonl', 'negatives.jsonl'].map((name) => join(folder, name));
}
