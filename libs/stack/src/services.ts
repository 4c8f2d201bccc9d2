import { access } from 'node:fs/promises';
import type { Registry } from './registry.js';
import {
  entryOf,
  SERVICE_NAMES,
  type ServiceName,
  type Surroundings,
  serviceEnv,
} from './service-specs.js';
import { StackError } from './stack-error.js';
import { answersOk, supervise } from './supervised.js';

const READY_TIMEOUT_MS = 30_000;
/** Above the services' own SHUTDOWN_TIMEOUT_MS, so that they end themselves. */
const STOP_GRACE_MS = 12_000;

export interface ServicesOptions {
  readonly instances: Partial<Record<ServiceName, number>>;
  /** The port of the n-th process of a service. */
  readonly portOf: (service: ServiceName, instance: number) => number;
  readonly around: Surroundings;
  /** Settings of the person who started the stack; they do not override what makes it a stack. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Starts every service, all at once: each waits for what it needs by itself.
 * @throws StackError when they are not compiled.
 */
export async function startServices(registry: Registry, options: ServicesOptions): Promise<void> {
  const starts = SERVICE_NAMES.flatMap((service) =>
    Array.from({ length: options.instances[service] ?? 1 }, (_, i) =>
      startService(registry, options, service, i + 1),
    ),
  );
  // All settled before a failure is passed on: nothing may start behind the back of the clean-up.
  const results = await Promise.allSettled(starts);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function startService(
  registry: Registry,
  { portOf, around, env }: ServicesOptions,
  service: ServiceName,
  instance: number,
): Promise<void> {
  const entry = entryOf(service);
  await access(entry).catch(() => {
    throw new StackError(`${entry} is missing`, 'compile first: make build');
  });
  const port = portOf(service, instance);
  const name = `${service}-${instance}`;
  const url = `http://127.0.0.1:${port}`;
  await registry.start({ service, name, port, url }, (hooks) =>
    supervise({
      name,
      command: process.execPath,
      args: ['--enable-source-maps', entry],
      env: { ...env, ...serviceEnv(service, port, around) },
      stopSignal: 'SIGTERM',
      stopGraceMs: STOP_GRACE_MS,
      isReady: () => answersOk(`${url}/readyz`),
      readyTimeoutMs: READY_TIMEOUT_MS,
      ...hooks,
    }),
  );
}
