import type { LiveMealLog, MealLog } from './meal-log.js';

/** What a phone asks for. */
export interface SubmitMealLog {
  readonly text: string;
}

export type SubmitDecision =
  /** The same submission came through before: answer with what it became. */
  | { readonly kind: 'replay'; readonly mealLog: LiveMealLog }
  /** The id belongs to another meal. */
  | { readonly kind: 'conflict' }
  /** The same, and the user has deleted it since: a late retry must not bring it back. */
  | { readonly kind: 'deleted' };

/**
 * Judges a submission whose id is taken. The text decides: a retry of a phone carries the same
 * one, while defaults such as the time of the meal may differ from try to try.
 */
export function decideRepeatedSubmission(
  command: SubmitMealLog,
  existing: MealLog,
): SubmitDecision {
  if (existing.status === 'deleted') return { kind: 'deleted' };
  return existing.text === command.text
    ? { kind: 'replay', mealLog: existing }
    : { kind: 'conflict' };
}
