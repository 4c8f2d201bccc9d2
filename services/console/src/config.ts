import { portConfig, processConfig } from '@mealwire/runtime';

/** The console's environment; it needs nothing of the others, the page talks to the gateway. */
export const consoleConfig = {
  ...processConfig,
  PORT: portConfig(8082),
};
