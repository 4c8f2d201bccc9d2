import { create } from '@bufbuild/protobuf';
import { ask, type Bus } from '@mealwire/bus';
import {
  ANALYSIS_CORRECT,
  type CorrectionRefusal,
  CorrectionRequestSchema,
  CorrectionResponseSchema,
  decodeJson,
  encodeJson,
} from '@mealwire/contracts';
import { Problem } from '@mealwire/runtime';
import type { Correction } from '../meal-log/domain/change.js';
import type { LiveMealLog } from '../meal-log/domain/meal-log.js';
import { analyserUnavailable } from './problems.js';
import type { ItemCorrection } from './request.js';

/** @throws Problem 422 when it cannot be done, 503 when nobody answers. */
export type WorkOutCorrection = (
  mealLog: LiveMealLog,
  changes: readonly ItemCorrection[],
) => Promise<Correction>;

/** Far more than it takes, also for a machine that stands still; a user waits for the answer. */
const TIMEOUT_MS = 5_000;

/** Asks the ai service: it has the food table, and the only one (docs/adr/0016). */
export function createCorrectionClient(bus: Bus): WorkOutCorrection {
  return async (mealLog, changes) => {
    const answer = await ask(bus, {
      subject: ANALYSIS_CORRECT,
      template: ANALYSIS_CORRECT,
      payload: questionOf(mealLog, changes),
      timeoutMs: TIMEOUT_MS,
    }).catch((error: unknown) => {
      throw analyserUnavailable(error);
    });
    const { refusal, items, totals, needsReview, totalIsPartial, tableVersion } = decodeJson(
      CorrectionResponseSchema,
      answer,
    );
    if (refusal !== undefined) throw refused(refusal);
    if (totals === undefined) throw analyserUnavailable(new Error('the answer has no totals'));
    return { items, totals, needsReview, totalIsPartial, tableVersion };
  };
}

function questionOf(mealLog: LiveMealLog, changes: readonly ItemCorrection[]): string {
  const result = mealLog.status === 'completed' ? mealLog.result : undefined;
  return encodeJson(
    CorrectionRequestSchema,
    create(CorrectionRequestSchema, {
      items: result?.items ?? [],
      totalIsPartial: result?.totalIsPartial ?? false,
      changes: changes.map(changeInit),
    }),
  );
}

function changeInit(change: ItemCorrection) {
  if (change.op !== 'change') return change;
  const { op, index, food_id: foodId, grams, quantity, unit } = change;
  return {
    op,
    index,
    ...(foodId === undefined ? {} : { foodId }),
    ...(grams === undefined ? {} : { grams }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Why a correction is refused: stable codes, and the same for the user. */
export const REFUSALS = {
  no_such_item: 'The meal has no item with this index.',
  unknown_food: 'This food is not in the food table.',
  unknown_unit: 'This unit is not known.',
  implausible_quantity: 'This amount does not look right.',
  nothing_to_change: 'The change names nothing to change.',
  too_many_items: 'The meal would have too many items.',
  no_items_left: 'Nothing would be left of the meal: delete it instead.',
  no_food_detected: 'We could not find any food that was eaten in this text.',
  empty_meal: 'This text says that nothing was eaten.',
  unsupported_language: 'We can only read meals in English so far.',
} as const;

function refused({ change, field, reason }: CorrectionRefusal): Problem {
  const isKnown = Object.hasOwn(REFUSALS, reason);
  const detail = isKnown ? REFUSALS[reason as keyof typeof REFUSALS] : 'This cannot be changed.';
  const path = ['items', change, field].filter((part) => part !== '').join('.');
  return new Problem(422, isKnown ? reason : 'correction_refused', detail, {
    errors: [{ field: path, message: detail }],
  });
}
