export { authenticated } from './authenticated.js';
export {
  authConfig,
  count,
  durationMs,
  natsConfig,
  portConfig,
  processConfig,
} from './common-config.js';
export { ConfigError, type ConfigShape, describeConfig, loadConfig } from './config.js';
export { createHealth, type Health, type ReadinessCheck } from './health.js';
export {
  BODY_LIMIT_BYTES,
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
} from './http-server.js';
export { type OperatorRoutes, operatorRoutes } from './operator-routes.js';
export { type FieldError, Problem, problemBody } from './problem.js';
export {
  type DocumentedHeader,
  type DocumentedHeaders,
  problemResponses,
  problemSchema,
} from './problem-responses.js';
export { type IsForgotten, refuseForgottenUsers } from './refuse-forgotten-users.js';
export { runService, type ServiceContext, type ServiceDefinition } from './service.js';
export { createShutdown, type Shutdown } from './shutdown.js';
export {
  bearerToken,
  createTokenVerifier,
  type Identity,
  type TokenVerifier,
  type TokenVerifierConfig,
} from './token-verifier.js';
