import type { ApplyChange, Changed, ChangeRequest } from './change-meal-log.js';
import type { WorkOutCorrection } from './correction-client.js';
import type { ItemCorrection } from './request.js';

export interface CorrectionRequest extends ChangeRequest {
  readonly items: readonly ItemCorrection[];
}

export type CorrectMealLog = (request: CorrectionRequest) => Promise<Changed>;

/** Puts the result right; what becomes of it is worked out by who owns the food table. */
export function createCorrectMealLog(
  apply: ApplyChange,
  workOut: WorkOutCorrection,
): CorrectMealLog {
  return ({ items, ...request }) =>
    apply({
      ...request,
      kind: 'correct',
      body: JSON.stringify(items),
      commandFor: async (mealLog) => ({
        kind: 'correct',
        correction: await workOut(mealLog, items),
      }),
    });
}
