/** The REST representation of a meal log; snake_case as on the wire. */

export type MealLogStatus = 'processing' | 'completed' | 'failed';

/** Sums over the items of a meal. */
export interface Nutrition {
  /** Energy in kcal. */
  readonly calories: number;
  readonly protein_g: number;
  readonly carbs_g: number;
  readonly fat_g: number;
  readonly fiber_g: number;
  readonly sugar_g: number;
  readonly sodium_mg: number;
}

export interface FoodAlternative {
  readonly food_id: string;
  readonly name: string;
}

/** One food that was found in the text; the figures are for the whole amount. */
export interface MealLogItem extends Nutrition {
  /** The words of the text that this item was read from. */
  readonly raw_text: string;
  readonly name: string;
  /** Key in the food table, empty for an unknown food. */
  readonly food_id: string;
  readonly source: string;
  readonly quantity: number;
  readonly unit: string;
  readonly grams: number;
  readonly portion_source: string;
  /** 0 to 1: how sure the analyser is of food and amount. */
  readonly confidence: number;
  readonly needs_review: boolean;
  readonly review_reason: string;
  readonly alternatives: readonly FoodAlternative[];
  readonly assumptions: readonly string[];
}

export interface MealLogFailure {
  /** A stable code, e.g. `no_food_detected`. */
  readonly reason: string;
  /** The same for a person. */
  readonly message: string;
}

export interface MealLogResource {
  readonly id: string;
  readonly status: MealLogStatus;
  /** What the user typed. */
  readonly text: string;
  /** breakfast | lunch | dinner | snack; empty or null where nobody said. */
  readonly meal_type: string | null;
  /** RFC 3339 UTC, like every time here. */
  readonly eaten_at: string;
  readonly created_at: string;
  /** When the outcome happened; null while processing. */
  readonly completed_at: string | null;
  /** When the user put the result right, last; null: it is the analyser's. */
  readonly corrected_at: string | null;
  readonly items: readonly MealLogItem[];
  /** Null until completed. */
  readonly totals: Nutrition | null;
  readonly needs_review: boolean;
  /** At least one item is unknown and missing from the totals. */
  readonly total_is_partial: boolean;
  /** Null unless failed. */
  readonly failure: MealLogFailure | null;
  /** Grows with every change of this meal log. */
  readonly version: number;
}

/** One page of a user's meal logs, newest first. */
export interface MealLogPage {
  readonly items: readonly MealLogResource[];
  /** Counted from 1. */
  readonly page: number;
  readonly limit: number;
  /** How many there are over all pages. */
  readonly total: number;
}
