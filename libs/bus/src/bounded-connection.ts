import { AuthorizationError } from '@nats-io/transport-node';
import { type Bus, type BusOptions, connectBus } from './connection.js';

/** NATS cannot be used; the message tells an operator what to look at. */
export class NatsUnavailableError extends Error {
  override readonly name = 'NatsUnavailableError';
}

/**
 * For jobs and commands: `connectBus` waits for a server for as long as it takes, which they must
 * not; and a refused login ends them.
 * @throws NatsUnavailableError
 */
export async function connectBusWithin(options: BusOptions, timeoutMs: number): Promise<Bus> {
  const connecting = connectBus({ ...options, failOnWrongLogin: true });
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // The attempt cannot be called off; should it still succeed, nobody would use it.
      connecting.then((bus) => bus.close()).catch(() => undefined);
      reject(
        new NatsUnavailableError(
          `no NATS server answered at ${withoutLogin(options.url)} within ` +
            `${timeoutMs} ms: is it running, and is NATS_URL right?`,
        ),
      );
    }, timeoutMs);
  });
  try {
    return await Promise.race([connecting, timeout]);
  } catch (error) {
    if (error instanceof NatsUnavailableError) throw error;
    throw new NatsUnavailableError(refusalOf(error, options), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(error: unknown, { user = '' }: BusOptions): string {
  if (error instanceof AuthorizationError) {
    return `NATS refused the login of user ${user}: check NATS_USER and NATS_PASSWORD`;
  }
  return `NATS did not accept it: ${error instanceof Error ? error.message : String(error)}`;
}

/** Server addresses may carry a password, which is not for logs. */
export function withoutLogin(urls: string): string {
  return urls.replaceAll(/\/\/[^/@,]*@/g, '//');
}
