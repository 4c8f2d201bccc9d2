import { type Bus, connectBus, provision } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import {
  AuthorizationError,
  PermissionViolationError,
  RequestError,
  TimeoutError,
} from '@nats-io/transport-node';
import type { Config } from './config.js';

/** The deployment was not provisioned; the message tells an operator what to look at. */
export class ProvisionError extends Error {
  override readonly name = 'ProvisionError';
}

/**
 * Makes the NATS server agree with the declarations of `libs/bus`. Idempotent: every deployment
 * runs it again. It ends in any case: connecting is bounded by PROVISION_TIMEOUT_MS, and every
 * request after that by the client's own five seconds.
 * @returns what was created, by name; nothing when everything was there.
 * @throws ProvisionError
 */
export async function provisionDeployment(
  config: Config,
  logger: Logger,
): Promise<readonly string[]> {
  const bus = await connect(config, logger);
  try {
    return await provision(bus.nc, { replicas: config.NATS_REPLICAS });
  } catch (error) {
    throw new ProvisionError(refusalOf(error, config), { cause: error });
  } finally {
    await bus.close();
  }
}

/** `connectBus` waits for a server for as long as it takes; a job must not. */
async function connect(config: Config, logger: Logger): Promise<Bus> {
  const connecting = connectBus({
    failOnWrongLogin: true,
    url: config.NATS_URL,
    user: config.NATS_USER,
    password: config.NATS_PASSWORD,
    name: 'provision',
    logger,
  });
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // The attempt cannot be called off; should it still succeed, nobody would use it.
      connecting.then((bus) => bus.close()).catch(() => undefined);
      reject(
        new ProvisionError(
          `no NATS server answered at ${withoutLogin(config.NATS_URL)} within ` +
            `${config.PROVISION_TIMEOUT_MS} ms: is it running, and is NATS_URL right?`,
        ),
      );
    }, config.PROVISION_TIMEOUT_MS);
  });
  try {
    return await Promise.race([connecting, timeout]);
  } catch (error) {
    if (error instanceof ProvisionError) throw error;
    throw new ProvisionError(refusalOf(error, config), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(error: unknown, config: Config): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof AuthorizationError) {
    return `NATS refused the login of user ${config.NATS_USER}: check NATS_USER and NATS_PASSWORD`;
  }
  // A request that was denied carries the denial as its cause.
  const denial = error instanceof RequestError ? error.cause : error;
  if (denial instanceof PermissionViolationError) {
    return `NATS user ${config.NATS_USER} may not administer JetStream: ${reason}`;
  }
  if (error instanceof TimeoutError) {
    return 'JetStream did not answer: is it enabled, and does its cluster have a leader?';
  }
  return `NATS did not accept it: ${reason}`;
}

/** Server addresses may carry a password, which is not for logs. */
export function withoutLogin(urls: string): string {
  return urls.replaceAll(/\/\/[^/@,]*@/g, '//');
}
