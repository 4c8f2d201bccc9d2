export { createMealwireClient, type MealwireClient, type MealwireClientOptions } from './client.js';
export type { ConnectionState, ConnectionStatus } from './connection.js';
export type {
  FoodAlternative,
  MealLogFailure,
  MealLogItem,
  MealLogPage,
  MealLogResource,
  MealLogStatus,
  Nutrition,
} from './meal-log.js';
export type { MealLogSubmission, SubmitOptions } from './meal-log-api.js';
export { errorOfResponse, MealwireError, type MealwireFieldError } from './mealwire-error.js';
export type { MealLogOutcome, MealLogResult } from './outcome.js';
export type { WebSocketFactory, WebSocketLike } from './web-socket.js';
