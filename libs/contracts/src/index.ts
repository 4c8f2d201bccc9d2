export * from './close-codes.js';
export * from './events.js';
export { clientFrameSchemas, serverFrameSchemas } from './frame-schemas.js';
export * from './frames.js';
export {
  type CorrectionRefusal,
  CorrectionRefusalSchema,
  type CorrectionRequest,
  CorrectionRequestSchema,
  type CorrectionResponse,
  CorrectionResponseSchema,
  type ItemChange,
  ItemChangeSchema,
} from './gen/analysis/v1/analysis_pb.js';
export {
  type FoodAlternative,
  type MealItem,
  MealItemSchema,
  type MealLogCompleted,
  MealLogCompletedSchema,
  type MealLogCorrected,
  MealLogCorrectedSchema,
  type MealLogCreated,
  MealLogCreatedSchema,
  type MealLogDeleted,
  MealLogDeletedSchema,
  type MealLogDelivered,
  MealLogDeliveredSchema,
  type MealLogFailed,
  MealLogFailedSchema,
  type MealLogRetried,
  MealLogRetriedSchema,
  type Nutrition,
  NutritionSchema,
} from './gen/meal_log/v1/meal_log_pb.js';
export {
  LastSeenSchema,
  PresenceChangedSchema,
  type PresenceConnection,
  PresenceConnectionSchema,
  PresenceCountResponseSchema,
  type PresenceGetResponse,
  PresenceGetResponseSchema,
  type PresenceSeen,
  PresenceSeenSchema,
  type SignOfLife,
} from './gen/presence/v1/presence_pb.js';
export * from './headers.js';
export * from './proto-json.js';
export * from './quality.js';
export * from './subject-token.js';
export * from './subjects.js';
