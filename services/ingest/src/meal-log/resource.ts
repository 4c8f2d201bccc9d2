import { encodeJson, MealLogCompletedSchema } from '@mealwire/contracts';
import type { MealLog } from './domain/meal-log.js';

/** A meal log as the REST API shows it; snake_case, times RFC 3339 UTC. */
export interface MealLogResource {
  readonly id: string;
  readonly status: MealLog['status'];
  readonly text: string;
  readonly meal_type: string | null;
  readonly eaten_at: string;
  readonly created_at: string;
  readonly completed_at: string | null;
  /** As in the event: see `MealItem` in proto/meal_log/v1. */
  readonly items: readonly unknown[];
  readonly totals: unknown;
  readonly needs_review: boolean;
  readonly total_is_partial: boolean;
  readonly failure: { readonly reason: string; readonly message: string } | null;
  /** Grows with every event of this meal log. */
  readonly version: number;
}

export function toResource(mealLog: MealLog): MealLogResource {
  const result = mealLog.status === 'completed' ? resultJson(mealLog.result) : undefined;
  const mealType = mealLog.mealType || (result?.['meal_type'] as string | undefined) || null;
  return {
    id: mealLog.id,
    status: mealLog.status,
    text: mealLog.text,
    meal_type: mealType,
    eaten_at: mealLog.eatenAt,
    created_at: mealLog.createdAt,
    completed_at: mealLog.status === 'processing' ? null : mealLog.completedAt,
    items: (result?.['items'] as unknown[] | undefined) ?? [],
    totals: result?.['totals'] ?? null,
    needs_review: result?.['needs_review'] === true,
    total_is_partial: result?.['total_is_partial'] === true,
    failure: mealLog.status === 'failed' ? mealLog.failure : null,
    version: mealLog.version,
  };
}

function resultJson(result: Parameters<typeof encodeJson<typeof MealLogCompletedSchema>>[1]) {
  return JSON.parse(encodeJson(MealLogCompletedSchema, result)) as Record<string, unknown>;
}
