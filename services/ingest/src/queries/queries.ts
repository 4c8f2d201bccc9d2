import { createEventHistory, type EventStore } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { Database } from '../database/connection.js';
import { createDailySummary } from './daily-summary.js';
import { createGetMealLog } from './get-meal-log.js';
import { createListMealLogs } from './list-meal-logs.js';
import { createMealLogHistory } from './meal-log-history.js';
import { createReadModelPosition } from './read-model-position.js';
import type { Queries } from './routes.js';

export interface QueriesDependencies {
  readonly database: Database;
  readonly events: EventStore;
  readonly jsm: JetStreamManager;
  readonly isStoreReachable: () => boolean;
  readonly isProjected: () => boolean;
  readonly logger: Logger;
}

/** How long `min_version` may hold up an answer. */
const MAX_WAIT_MS = 2_000;

export function createQueries(dependencies: QueriesDependencies): Queries {
  const { database, jsm } = dependencies;
  return {
    getMealLog: createGetMealLog(dependencies),
    getMealLogHistory: createMealLogHistory({
      ...dependencies,
      history: createEventHistory(jsm),
    }),
    listMealLogs: createListMealLogs(database),
    getDailySummary: createDailySummary(database),
    position: createReadModelPosition({ database, maxWaitMs: MAX_WAIT_MS }),
  };
}
