import { setTimeout as sleep } from 'node:timers/promises';
import type { Analyser } from '../analysis/index.js';

/** The same analyser, slower: what a large model feels like, without one. */
export function withDelay(analyser: Analyser, delayMs: number): Analyser {
  if (delayMs === 0) return analyser;
  return {
    name: analyser.name,
    tableVersion: analyser.tableVersion,
    analyse: async (request, signal) => {
      await sleep(delayMs, undefined, { signal });
      return analyser.analyse(request, signal);
    },
  };
}
