import type { Analyser } from '../src/analysis/index.js';
import { createEmbeddedAnalyser, readBuiltInTable, readTable } from '../src/analysis/index.js';

/** The analysers that are measured. This is the only file that knows how to make one. */
export function systemsUnderTest(tablePath: string | undefined): readonly Analyser[] {
  const table = tablePath === undefined ? readBuiltInTable() : readTable(tablePath);
  return [createEmbeddedAnalyser(table)];
}
