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

/**
 * How many copies an existing cluster keeps of every stream.
 * @throws StackError for anything but 1, 3 or 5.
 */
export function replicasFrom(env: NodeJS.ProcessEnv): number {
  const value = env['NATS_REPLICAS'] || '1';
  if (!['1', '3', '5'].includes(value)) {
    throw new StackError('NATS_REPLICAS is not a usable number of copies', 'give 1, 3 or 5');
  }
  return Number(value);
}
