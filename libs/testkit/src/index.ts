export { eventually } from './eventually.js';
export { silentLogger } from './silent-logger.js';
export { startTestNats, type TestNats } from './test-nats.js';
export { startTestPostgres, type TestPostgres } from './test-postgres.js';
