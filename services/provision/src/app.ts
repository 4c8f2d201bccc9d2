import { type Bus, connectBusWithin, provision } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import { PermissionViolationError, RequestError, TimeoutError } from '@nats-io/transport-node';
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

async function connect(config: Config, logger: Logger): Promise<Bus> {
  const { NATS_URL, NATS_USER, NATS_PASSWORD, PROVISION_TIMEOUT_MS } = config;
  const login = { url: NATS_URL, user: NATS_USER, password: NATS_PASSWORD };
  try {
    return await connectBusWithin({ ...login, name: 'provision', logger }, PROVISION_TIMEOUT_MS);
  } catch (error) {
    throw new ProvisionError(error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}

function refusalOf(error: unknown, config: Config): string {
  const reason = error instanceof Error ? error.message : String(error);
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
