import type { Logger } from '@mealwire/telemetry';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { Database } from '../database/connection.js';

/** What forgetting a user needs: both stores, and some patience. */
export interface ErasureDependencies {
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  readonly database: Database;
  /**
   * From the tombstone on: how long until every process knows of it, or is cut off, and what was
   * under way by then has ended. What comes meanwhile is deleted too.
   */
  readonly settleMs: number;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** How much was deleted, by store. */
export type ErasureCounts = Readonly<Record<string, number>>;

export function addCounts(a: ErasureCounts, b: ErasureCounts): ErasureCounts {
  const sum: Record<string, number> = { ...a };
  for (const [store, count] of Object.entries(b)) sum[store] = (sum[store] ?? 0) + count;
  return sum;
}

export function totalOf(counts: ErasureCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
