import { type Analyser, createEmbeddedAnalyser } from '../src/analysis/index.js';
import { openTable } from '../src/import/open-table.js';

/** What `--table` calls the table that comes with the package. */
const BUILT_IN = 'built-in';

/** The analysers that are measured. This is the only file that knows how to make one. */
export async function systemsUnderTest(tables: readonly string[]): Promise<readonly Analyser[]> {
  const opened = tables.map((path) =>
    openTable(path === BUILT_IN ? undefined : path, (message) => {
      process.stderr.write(`${message}\n`);
    }),
  );
  return (await Promise.all(opened)).map(createEmbeddedAnalyser);
}
