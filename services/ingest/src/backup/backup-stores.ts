import type { Bus } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { Sql } from 'postgres';
import type { Database } from '../database/connection.js';

/** What a backup is made of, with an administrator's rights. */
export interface BackupStores {
  readonly nc: Bus['nc'];
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  readonly database: Database;
  readonly sql: Sql;
  readonly now: () => Date;
  readonly logger: Logger;
  /** How far it has come, for a person. */
  readonly progress: (message: string) => void;
}
