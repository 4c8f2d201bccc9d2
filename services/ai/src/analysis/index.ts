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
export { embeddedAnalyser } from './embedded-analyser.js';
