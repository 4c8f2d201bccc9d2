import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  type EventMetadata,
  MealLogCorrectedSchema,
  MealLogDeletedSchema,
  type MealLogEvent,
  MealLogRetriedSchema,
} from '@mealwire/contracts';
import type { Change } from '../meal-log/domain/change.js';

/** The event that says it. Pure. */
export function changeEvent(change: Change, metadata: EventMetadata): MealLogEvent {
  const { userId, mealLogId } = metadata;
  const ids = { userId, mealLogId };
  switch (change.type) {
    case 'meal_log.retried': {
      const { text, mealType, eatenAt } = change.submission;
      const submission = { text, mealType, eatenAt: timestampFromDate(new Date(eatenAt)) };
      const data = create(MealLogRetriedSchema, { ...ids, ...submission });
      return { type: change.type, data, metadata };
    }
    case 'meal_log.corrected': {
      const data = create(MealLogCorrectedSchema, { ...ids, ...change.result });
      return { type: change.type, data, metadata };
    }
    case 'meal_log.deleted':
      return { type: change.type, data: create(MealLogDeletedSchema, ids), metadata };
  }
}
