import type { Nutrition } from './food.js';

/** A meal in a person's own words. */
export interface AnalysisRequest {
  readonly text: string;
  /** What the person said it was: breakfast, lunch, dinner, snack. Wins over the text. */
  readonly mealType?: string | undefined;
}

/** A food that could have been meant instead. */
export interface FoodAlternative {
  readonly foodId: string;
  readonly name: string;
}

/** One food of a meal. Masses in grams, energy in kcal, sodium in milligrams. */
export interface AnalysedItem extends Nutrition {
  /** The part of the meal text it was read from. */
  readonly rawText: string;
  readonly name: string;
  /** Empty when the food is unknown. */
  readonly foodId: string;
  /** The record behind the figures, e.g. `usda-fndds:31105085`; empty when unknown. */
  readonly source: string;
  readonly quantity: number;
  readonly unit: string;
  readonly grams: number;
  /** Which rule gave the grams; see `PortionSource`. */
  readonly portionSource: string;
  /** 0 to 1: how sure food and amount are together. */
  readonly confidence: number;
  readonly needsReview: boolean;
  /** A code for why, empty when no review is needed. */
  readonly reviewReason: string;
  /** At most three. */
  readonly alternatives: readonly FoodAlternative[];
  /** For a person: what was taken for granted. */
  readonly assumptions: readonly string[];
}

export type NutritionTotals = Nutrition;

/** Why an analysis failed. The last two are for callers that run an analyser. */
export type FailureReason =
  | 'no_food_detected'
  | 'empty_meal'
  | 'implausible_quantity'
  | 'unsupported_language'
  | 'analysis_timeout'
  | 'analysis_error';

/** The result: items that add up, or a reason why there are none. */
export type Analysis = CompletedAnalysis | FailedAnalysis;

export interface CompletedAnalysis {
  readonly outcome: 'completed';
  readonly items: readonly AnalysedItem[];
  readonly totals: NutritionTotals;
  /** Empty when neither the request nor the text says. */
  readonly mealType: string;
  readonly needsReview: boolean;
  /** Something that was eaten is not in the totals. */
  readonly totalIsPartial: boolean;
}

export interface FailedAnalysis {
  readonly outcome: 'failed';
  readonly reason: FailureReason;
  /** For a person; never repeats the meal text. */
  readonly message: string;
}

/**
 * Turns a meal text into items. Resolves with `failed` when the text is the problem; rejects when
 * the analyser is (with `signal.reason` after an abort), so that the caller may try again.
 */
export interface Analyser {
  readonly name: string;
  /** The version of the food data behind the figures. */
  readonly tableVersion: string;
  analyse(request: AnalysisRequest, signal: AbortSignal): Promise<Analysis>;
}
