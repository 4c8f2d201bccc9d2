export type { OutcomeChannel, QualityReport, ReconnectCause } from '@mealwire/contracts/wire';
export { createMealwireClient } from './client.js';
export type { ConnectionState } from './connection/state.js';
export type { ConnectionStatus } from './connection/status.js';
export type { TokenProvider, TokenRequest } from './credentials.js';
export type { MealwireClient, MealwireClientOptions } from './mealwire-client.js';
export type { Submission, SubmissionChange } from './outbox/submission.js';
export { randomId } from './random-id.js';
export type { CorrectOptions, ItemCorrection } from './rest/correction.js';
export type {
  FoodAlternative,
  MealLogFailure,
  MealLogItem,
  MealLogPage,
  MealLogResource,
  MealLogStatus,
  Nutrition,
} from './rest/meal-log.js';
export type { MealLogQuery, MealLogSubmission } from './rest/meal-log-api.js';
export { errorOfResponse, MealwireError, type MealwireFieldError } from './rest/mealwire-error.js';
export { type ClientStorage, memoryStorage, webStorage } from './storage/storage.js';
export { DEFAULT_STRATEGY, type Strategy, strategyFor } from './strategy.js';
export type { MealLogChange } from './wire/change.js';
export type { MealLogOutcome, MealLogResult } from './wire/outcome.js';
export type { WebSocketFactory, WebSocketLike } from './wire/web-socket.js';
