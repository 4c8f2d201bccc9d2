import type { MealLogCorrected } from '@mealwire/contracts';
import type { LiveMealLog, MealLog } from './meal-log.js';

/** What a user does to a meal log that is there. */
export type ChangeMealLog =
  | { readonly kind: 'retry' }
  | { readonly kind: 'correct'; readonly correction: Correction }
  | { readonly kind: 'delete' };

export type ChangeKind = ChangeMealLog['kind'];

/** The whole result after a correction, as whoever owns the food table has worked it out. */
export type Correction = Pick<
  MealLogCorrected,
  'items' | 'totals' | 'needsReview' | 'totalIsPartial' | 'tableVersion'
>;

/** What happened, as the event of that type will say it. */
export type Change =
  | {
      readonly type: 'meal_log.retried';
      readonly submission: Pick<LiveMealLog, 'text' | 'mealType' | 'eatenAt'>;
    }
  | {
      readonly type: 'meal_log.corrected';
      readonly result: Correction & Pick<MealLogCorrected, 'mealType'>;
    }
  | { readonly type: 'meal_log.deleted' };

export type Judgement =
  /** It may be done. */
  | { readonly kind: 'open'; readonly mealLog: LiveMealLog }
  /** It is so already: nothing is to be added. */
  | { readonly kind: 'done'; readonly mealLog: MealLog }
  | { readonly kind: 'refused'; readonly reason: 'unknown' | 'processing' };

export type ChangeDecision =
  | { readonly kind: 'change'; readonly change: Change }
  | Exclude<Judgement, { readonly kind: 'open' }>;

/**
 * Whether such a command fits the state. A result is put right when there is one, or when there
 * will be none: while the analysis runs, its outcome would come on top of the correction.
 */
export function judge(kind: ChangeKind, state: MealLog | undefined): Judgement {
  if (state === undefined) return { kind: 'refused', reason: 'unknown' };
  if (state.status === 'deleted') {
    return kind === 'delete'
      ? { kind: 'done', mealLog: state }
      : { kind: 'refused', reason: 'unknown' };
  }
  if (state.status === 'processing' && kind === 'retry') return { kind: 'done', mealLog: state };
  if (state.status === 'processing' && kind === 'correct') {
    return { kind: 'refused', reason: 'processing' };
  }
  return { kind: 'open', mealLog: state };
}

/** What follows from the command, if anything does. */
export function decide(command: ChangeMealLog, state: MealLog | undefined): ChangeDecision {
  const judgement = judge(command.kind, state);
  if (judgement.kind !== 'open') return judgement;
  return { kind: 'change', change: changeOf(command, judgement.mealLog) };
}

function changeOf(command: ChangeMealLog, mealLog: LiveMealLog): Change {
  switch (command.kind) {
    case 'retry': {
      const { text, mealType, eatenAt } = mealLog;
      return { type: 'meal_log.retried', submission: { text, mealType, eatenAt } };
    }
    case 'correct': {
      // What the text says the meal is stays; nobody reads the text again.
      const mealType = mealLog.status === 'completed' ? mealLog.result.mealType : '';
      return { type: 'meal_log.corrected', result: { ...command.correction, mealType } };
    }
    case 'delete':
      return { type: 'meal_log.deleted' };
  }
}
