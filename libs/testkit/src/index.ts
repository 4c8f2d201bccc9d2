export { type ApiClient, type ApiResponse, apiClient } from './api.js';
export { type AppPhone, type AppPhoneOptions, openAppPhone } from './app-phone.js';
export { devToken } from './dev-token.js';
export { eventually } from './eventually.js';
export { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.js';
export { silentLogger } from './silent-logger.js';
export { startTestNats, type TestNats } from './test-nats.js';
export { startTestPostgres, type TestPostgres } from './test-postgres.js';
export { startTestStack } from './test-stack.js';
