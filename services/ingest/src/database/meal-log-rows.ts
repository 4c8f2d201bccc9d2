import { decodeJson, encodeJson, MealLogCompletedSchema } from '@mealwire/contracts';
import type { MealLog } from '../meal-log/domain/meal-log.js';
import type { MealLogRow } from './schema.js';

/** A meal log's state as its row. */
export function toRow(mealLog: MealLog): MealLogRow {
  const { userId, id, status, text, mealType, version } = mealLog;
  return {
    userId,
    id,
    status,
    text,
    mealType,
    version,
    eatenAt: new Date(mealLog.eatenAt),
    createdAt: new Date(mealLog.createdAt),
    completedAt:
      status === 'completed' || status === 'failed' ? new Date(mealLog.completedAt) : null,
    correctedAt:
      status === 'completed' && mealLog.correctedAt !== undefined
        ? new Date(mealLog.correctedAt)
        : null,
    deletedAt: status === 'deleted' ? new Date(mealLog.deletedAt) : null,
    result:
      status === 'completed'
        ? JSON.parse(encodeJson(MealLogCompletedSchema, mealLog.result))
        : null,
    failureReason: status === 'failed' ? mealLog.failure.reason : null,
    failureMessage: status === 'failed' ? mealLog.failure.message : null,
  };
}

/** The state that the row was made from. */
export function fromRow(row: MealLogRow): MealLog {
  const { userId, id, text, mealType, version } = row;
  const common = {
    userId,
    id,
    text,
    mealType,
    version,
    eatenAt: row.eatenAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
  const completedAt = (row.completedAt ?? row.createdAt).toISOString();
  switch (row.status) {
    case 'processing':
      return { ...common, status: 'processing' };
    case 'completed': {
      const result = decodeJson(MealLogCompletedSchema, JSON.stringify(row.result));
      const correctedAt = row.correctedAt?.toISOString();
      return { ...common, status: 'completed', completedAt, result, correctedAt };
    }
    case 'failed': {
      const failure = { reason: row.failureReason ?? '', message: row.failureMessage ?? '' };
      return { ...common, status: 'failed', completedAt, failure };
    }
    case 'deleted': {
      const deletedAt = (row.deletedAt ?? row.createdAt).toISOString();
      return { ...common, status: 'deleted', deletedAt };
    }
  }
}
