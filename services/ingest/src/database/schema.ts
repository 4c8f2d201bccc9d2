import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** The read model. Disposable: everything in it can be made again from the events. */
export const mealLogs = pgTable(
  'meal_logs',
  {
    userId: text('user_id').notNull(),
    id: text('id').notNull(),
    status: text('status', { enum: ['processing', 'completed', 'failed'] }).notNull(),
    text: text('text').notNull(),
    mealType: text('meal_type').notNull(),
    eatenAt: timestamp('eaten_at', { withTimezone: true, precision: 3 }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
    completedAt: timestamp('completed_at', { withTimezone: true, precision: 3 }),
    /** ProtoJSON of `meal_log.v1.MealLogCompleted`. */
    result: jsonb('result'),
    failureReason: text('failure_reason'),
    failureMessage: text('failure_message'),
    /** Sequence in MEAL_LOG of the last event in this row. */
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
  ],
);

/** How far each projection has read. */
export const projectionCheckpoints = pgTable('projection_checkpoints', {
  name: text('name').primaryKey(),
  /** Highest sequence of MEAL_LOG whose effect is committed. */
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
});

export type MealLogRow = typeof mealLogs.$inferSelect;
