export type {
  AnalysedItem,
  Analyser,
  Analysis,
  AnalysisRequest,
  CompletedAnalysis,
  FailedAnalysis,
  FailureReason,
  FoodAlternative,
  NutritionTotals,
} from './analyser.js';
export { analyseMeal, createEmbeddedAnalyser } from './embedded-analyser.js';
export type { Food, Nutrition } from './food.js';
export { analyseMentions, type MealFacts } from './item/analyse-mentions.js';
export { failed } from './item/failure.js';
export { type Assembled, itemOf } from './item/item-of.js';
export type { Mention } from './item/mention.js';
export {
  type ChangedMeal,
  type KnownMeal,
  type MealChange,
  type RefusedChange,
  recompute,
} from './recompute/recompute.js';
export { type FoodTable, tableOf } from './table/food-table.js';
export { FoodTableError } from './table/parse-foods.js';
export { builtInTablePath, readBuiltInTable, readTable } from './table/read-table.js';
