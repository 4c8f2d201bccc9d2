import type { FailedAnalysis, FailureReason } from '../analyser.js';

type TextProblem = Exclude<FailureReason, `analysis_${string}`>;

const MESSAGES: Readonly<Record<TextProblem, string>> = {
  no_food_detected: 'We could not find any food that you ate in this text.',
  empty_meal: 'This text says that nothing was eaten.',
  implausible_quantity: 'The amounts in this text do not look right. Please check the numbers.',
  unsupported_language: 'We can only read meals in English so far.',
};

/** The outcome of a text that names no meal; the message never repeats the text. */
export function failed(reason: TextProblem): FailedAnalysis {
  return { outcome: 'failed', reason, message: MESSAGES[reason] };
}
