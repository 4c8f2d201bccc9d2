import type { AnalysedItem, Analysis, Nutrition } from '../analysis/index.js';

/** An analysis as JSON with the field names of proto/meal_log/v1. */
export function analysisJson(analysis: Analysis, tableVersion: string): Record<string, unknown> {
  if (analysis.outcome === 'failed') {
    const { outcome, reason, message } = analysis;
    return {
      outcome,
      reason,
      message,
      needs_review: false,
      totals: nutritionJson(NOTHING),
      items: [],
    };
  }
  return {
    outcome: analysis.outcome,
    needs_review: analysis.needsReview,
    total_is_partial: analysis.totalIsPartial,
    meal_type: analysis.mealType,
    totals: nutritionJson(analysis.totals),
    items: analysis.items.map(itemJson),
    analyzer: 'embedded',
    table_version: tableVersion,
  };
}

function itemJson(item: AnalysedItem): Record<string, unknown> {
  return {
    raw_text: item.rawText,
    name: item.name,
    food_id: item.foodId,
    source: item.source,
    quantity: item.quantity,
    unit: item.unit,
    grams: item.grams,
    portion_source: item.portionSource,
    ...nutritionJson(item),
    confidence: item.confidence,
    needs_review: item.needsReview,
    review_reason: item.reviewReason,
    alternatives: item.alternatives.map(({ foodId, name }) => ({ food_id: foodId, name })),
    assumptions: item.assumptions,
  };
}

function nutritionJson(figures: Nutrition): Record<string, number> {
  return {
    calories: figures.calories,
    protein_g: figures.proteinG,
    carbs_g: figures.carbsG,
    fat_g: figures.fatG,
    fiber_g: figures.fiberG,
    sugar_g: figures.sugarG,
    sodium_mg: figures.sodiumMg,
  };
}

const NOTHING: Nutrition = {
  calories: 0,
  proteinG: 0,
  carbsG: 0,
  fatG: 0,
  fiberG: 0,
  sugarG: 0,
  sodiumMg: 0,
};
