import { type Bus, connectBus } from '@mealwire/bus';
import type { Stack } from '@mealwire/stack';
import { silentLogger } from './silent-logger.js';

/** A connection to the NATS of a stack, with the permissions of that user; the caller closes it. */
export function connectToStack(stack: Stack, user = 'admin'): Promise<Bus> {
  const { url, passwords } = stack.info().nats;
  const password = passwords[user];
  return connectBus({ url, user, password, name: `test-${user}`, logger: silentLogger });
}
