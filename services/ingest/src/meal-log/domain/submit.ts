import type { MealLog } from './meal-log.js';

/** What a phone asks for. */
export interface SubmitMealLog {
  readonly text: string;
}

export type SubmitDecision =
  /** The same submission came through before: answer with what it became. */
  | { readonly kind: 'replay'; readonly mealLog: MealLog }
  /** The id belongs to another meal. */
  | { readonly kind: 'conflict' };

/**
 * Judges a submission whose id is taken. The text decides: a retry of a phone carries the same
 * one, while defaults such as the time of the meal may differ from try to try.
 */
export function decideRepeatedSubmission(
  command: SubmitMealLog,
  existing: MealLog,
): SubmitDecision {
  return existing.text === command.text
    ? { kind: 'replay', mealLog: existing }
    : { kind: 'conflict' };
}
