import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** The read model. Disposable: everything in it can be made again from the events. */
export const mealLogs = pgTable(
  'meal_logs',
  {
    userId: text('user_id').notNull(),
    id: text('id').notNull(),
    status: text('status', { enum: ['processing', 'completed', 'failed', 'deleted'] }).notNull(),
    text: text('text').notNull(),
    mealType: text('meal_type').notNull(),
    eatenAt: timestamp('eaten_at', { withTimezone: true, precision: 3 }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
    completedAt: timestamp('completed_at', { withTimezone: true, precision: 3 }),
    correctedAt: timestamp('corrected_at', { withTimezone: true, precision: 3 }),
    deletedAt: timestamp('deleted_at', { withTimezone: true, precision: 3 }),
    /** ProtoJSON of `meal_log.v1.MealLogCompleted`. */
    result: jsonb('result'),
    failureReason: text('failure_reason'),
    failureMessage: text('failure_message'),
    /** Sequence in MEAL_LOG of the last event that changed this row. */
    version: bigint('version', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.id] }),
    // In the very order of the list query, NULLS FIRST included, or the index is of no use to it.
    index('meal_logs_by_time').on(
      table.userId,
      table.eatenAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    // What the deadline sweep looks through: only the meals that are being analysed.
    index('meal_logs_in_process')
      .on(table.createdAt, table.userId, table.id)
      .where(sql`${table.status} = 'processing'`),
  ],
);

/** How far each projection has read. */
export const projectionCheckpoints = pgTable('projection_checkpoints', {
  name: text('name').primaryKey(),
  /** Highest sequence of MEAL_LOG whose effect is committed. */
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
  /** When MEAL_LOG was created, as the server says it: sequences of another one mean nothing. */
  streamCreated: text('stream_created'),
});

/**
 * The archive: every event as it stood in MEAL_LOG, so that the stream may forget. Only ever added
 * to, and deleted from when a user is erased.
 */
export const mealLogEvents = pgTable(
  'meal_log_events',
  {
    /** In MEAL_LOG. */
    sequence: bigint('sequence', { mode: 'number' }).primaryKey(),
    /** `ce-id` */
    id: text('id').notNull(),
    type: text('type').notNull(),
    userId: text('user_id').notNull(),
    mealLogId: text('meal_log_id').notNull(),
    /** `ce-time`, as it was written. */
    time: text('time').notNull(),
    /** `ce-source` */
    source: text('source').notNull(),
    /** The payload, byte for byte: ProtoJSON. */
    payload: text('payload').notNull(),
  },
  (table) => [
    index('meal_log_events_by_meal_log').on(table.userId, table.mealLogId, table.sequence),
  ],
);

/**
 * Who was forgotten, as bucket `erased` says it: here too, so that a projection can ask within its
 * transaction. Written before the rows of the user are deleted.
 */
export const erasedUsers = pgTable('erased_users', {
  /** `erasedUserDigest` of the user. */
  digest: text('digest').primaryKey(),
  /** When it was done; null while it is under way. */
  erasedAt: timestamp('erased_at', { withTimezone: true, precision: 3 }),
});

/** Events of forgotten users that were stored late: still to be deleted from MEAL_LOG. */
export const erasedLeftovers = pgTable('erased_leftovers', {
  /** In MEAL_LOG. */
  sequence: bigint('sequence', { mode: 'number' }).primaryKey(),
});

export type MealLogEventRow = typeof mealLogEvents.$inferSelect;
export type MealLogRow = typeof mealLogs.$inferSelect;
