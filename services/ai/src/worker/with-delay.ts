import { setTimeout as sleep } from 'node:timers/promises';
import type { AnalyseMeal } from './analyse-meal.js';

/** The same analysis, slower: what a large model feels like, without one. */
export function withDelay(analyse: AnalyseMeal, delayMs: number): AnalyseMeal {
  if (delayMs === 0) return analyse;
  return async (request, signal) => {
    await sleep(delayMs, undefined, { signal });
    return analyse(request, signal);
  };
}
