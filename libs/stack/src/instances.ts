import type { ServiceName } from './service-specs.js';
import { StackError } from './stack-error.js';

const VARIABLES: Readonly<Record<string, ServiceName>> = {
  GATEWAYS: 'gateway',
  AIS: 'ai',
  INGESTS: 'ingest',
  PRESENCES: 'presence',
};

const MAX_INSTANCES = 16;

/**
 * How many processes of each service, as in `GATEWAYS=2 AIS=2 make run`.
 * @throws StackError for anything but a whole number from 1 to 16.
 */
export function instancesFrom(env: NodeJS.ProcessEnv): Partial<Record<ServiceName, number>> {
  const instances: Partial<Record<ServiceName, number>> = {};
  for (const [variable, service] of Object.entries(VARIABLES)) {
    const value = env[variable];
    if (value === undefined || value === '') continue;
    const count = Number(value);
    if (!Number.isInteger(count) || count < 1 || count > MAX_INSTANCES) {
      throw new StackError(
        `${variable} is not a usable number of processes`,
        `give a whole number from 1 to ${MAX_INSTANCES}`,
      );
    }
    instances[service] = count;
  }
  return instances;
}
