import type { Logger } from '@mealwire/telemetry';
import type { Database } from '../database/connection.js';
import type { Failure, GiveUpMeal } from '../giving-up/give-up-meal.js';
import type { GiveUpMetrics } from '../giving-up/give-up-metrics.js';
import { isOverdue } from '../meal-log/domain/open-analysis.js';
import { mealsInProcess } from './overdue-meals.js';

export interface DeadlineSweepOptions {
  readonly database: Database;
  readonly giveUp: GiveUpMeal;
  readonly metrics: GiveUpMetrics;
  /** Longest time that a meal may be processing. */
  readonly deadlineMs: number;
  /** Pause between two sweeps; {@link sweepIntervalMs} fits a deadline. */
  readonly intervalMs: number;
  readonly isStoreReachable: () => boolean;
  readonly now: () => Date;
  readonly logger: Logger;
}

export interface DeadlineSweep {
  /** Waits for the meal that is being ended. */
  stop(): Promise<void>;
}

const TIMED_OUT: Failure = {
  reason: 'analysis_timeout',
  message: 'The analysis took too long. Please try again.',
};

const MIN_INTERVAL_MS = 200;
const MAX_INTERVAL_MS = 15_000;

/** A meal overstays its deadline by a tenth at most, and by 15 s. */
export function sweepIntervalMs(deadlineMs: number): number {
  return Math.min(MAX_INTERVAL_MS, Math.max(MIN_INTERVAL_MS, deadlineMs / 10));
}

/**
 * Ends the meals that have been processing for too long, for as long as the service runs: nothing
 * stays open because no `ai` is there (docs/guarantees.md, 4). Every ingest process does it; twice
 * is harmless. The rows name the candidates, so without PostgreSQL nothing is ended until it is back.
 */
export function startDeadlineSweep(options: DeadlineSweepOptions): DeadlineSweep {
  const { intervalMs, isStoreReachable, logger } = options;
  const stopping = new AbortController();
  let sweeping = Promise.resolve();
  let timer = setTimeout(tick, intervalMs);

  function tick(): void {
    sweeping = (isStoreReachable() ? sweep(options, stopping.signal) : Promise.resolve())
      .catch((error: unknown) => logger.warn({ err: error }, 'the deadline sweep failed'))
      .then(() => {
        if (!stopping.signal.aborted) timer = setTimeout(tick, intervalMs);
      });
  }

  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await sweeping;
    },
  };
}

async function sweep(options: DeadlineSweepOptions, signal: AbortSignal): Promise<void> {
  const { database, giveUp, metrics, deadlineMs, now, logger } = options;
  for await (const meal of mealsInProcess(database, new Date(now().getTime() - deadlineMs))) {
    if (signal.aborted) return;
    if (await giveUp(meal, TIMED_OUT, (open) => isOverdue(open, now(), deadlineMs))) {
      metrics.gaveUp('deadline');
      logger.warn({ meal_log_id: meal.mealLogId }, 'a meal was ended by the deadline');
    }
  }
}
