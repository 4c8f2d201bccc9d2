import { createLogger, type Logger } from '@mealwire/telemetry';

/** For code under test whose log lines nobody reads. */
export const silentLogger: Logger = createLogger('test', 'silent');
