export { type ApiClient, type ApiClientOptions, type ApiResponse, apiClient } from './api.js';
export { type AppPhone, type AppPhoneOptions, openAppPhone } from './app-phone.js';
export { connectToStack } from './connect-to-stack.js';
export { devToken } from './dev-token.js';
export { disturbLeaders } from './disturb-leaders.js';
export { eventually } from './eventually.js';
export { type FaultProxy, startFaultProxy } from './fault-proxy.js';
export { holdAnalysis, releaseAnalysis, whileAnalysisIsHeld } from './hold-analysis.js';
export { mealEvent, publishMealEvents } from './meal-events.js';
export { mealHistory } from './meal-histories.js';
export { mealStory, waitsForOutcome } from './meal-story.js';
export {
  MODEL_USAGE,
  type ModelBehaviour,
  type ModelRequest,
  type ModelScript,
  type ModelServer,
  startModelServer,
} from './model-server.js';
export { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.js';
export { PHONE_KINDS, type PhoneKind, startSimulatedPhone } from './phones/index.js';
export type { PhoneObserver, PhoneOptions, SimulatedPhone } from './phones/phone.js';
export { listMeals } from './phones/reload-meals.js';
export { silentLogger } from './silent-logger.js';
export { openSseStream, type SseEvent, type SseStream } from './sse-stream.js';
export {
  type DivisibleCluster,
  startDivisibleCluster,
  startTestCluster,
  startTestNats,
  type TestNats,
  type TestServers,
} from './test-nats.js';
export { startTestPostgres, type TestPostgres } from './test-postgres.js';
export { startTestStack } from './test-stack.js';
export { startTripwire, type Tripwire } from './tripwire.js';
export { untilInFeed } from './until-in-feed.js';
