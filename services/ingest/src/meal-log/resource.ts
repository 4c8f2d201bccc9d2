import { encodeJson, type MealLogCompleted, MealLogCompletedSchema } from '@mealwire/contracts';
import type { z } from 'zod';
import type { LiveMealLog } from './domain/meal-log.js';
import type { analysisSchema, MealLogResource } from './resource-schema.js';

type Analysis = z.output<typeof analysisSchema>;

const NO_ANALYSIS: Analysis = {
  items: [],
  totals: null,
  needs_review: false,
  total_is_partial: false,
};

export function toResource(mealLog: LiveMealLog): MealLogResource {
  const result = mealLog.status === 'completed' ? mealLog.result : undefined;
  const { items, totals, needs_review, total_is_partial } =
    result === undefined ? NO_ANALYSIS : analysisOf(result);
  return {
    id: mealLog.id,
    status: mealLog.status,
    text: mealLog.text,
    meal_type: mealLog.mealType || result?.mealType || null,
    eaten_at: mealLog.eatenAt,
    created_at: mealLog.createdAt,
    completed_at: mealLog.status === 'processing' ? null : mealLog.completedAt,
    corrected_at: (mealLog.status === 'completed' ? mealLog.correctedAt : undefined) ?? null,
    items,
    totals,
    needs_review,
    total_is_partial,
    failure: mealLog.status === 'failed' ? mealLog.failure : null,
    version: mealLog.version,
  };
}

/**
 * ProtoJSON has exactly the fields of the message; that the schema has them too is a test's. A
 * message without totals leaves the field out.
 */
function analysisOf(result: MealLogCompleted): Analysis {
  const json = JSON.parse(encodeJson(MealLogCompletedSchema, result)) as Analysis;
  return { ...json, totals: json.totals ?? null };
}
