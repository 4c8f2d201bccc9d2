import { join } from 'node:path';
import type { Credentials } from './credentials.js';
import type { Nats } from './nats.js';
import { repositoryDir } from './paths.js';

export const SERVICE_NAMES = ['presence', 'ai', 'ingest', 'console', 'gateway'] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];

export const DEFAULT_PORTS: Readonly<Record<ServiceName, number>> = {
  gateway: 8080,
  ingest: 8081,
  console: 8082,
  ai: 8083,
  presence: 8084,
};

/** Where everything that a service needs is. */
export interface Surroundings {
  readonly nats: Nats;
  readonly databaseUrl: string;
  readonly credentials: Credentials;
  readonly ingestUrl: string;
  readonly consoleUrl: string;
}

export function isServiceName(name: string): name is ServiceName {
  return (SERVICE_NAMES as readonly string[]).includes(name);
}

/** The compiled entry of a service. */
export function entryOf(service: ServiceName): string {
  return join(repositoryDir, 'services', service, 'dist', 'main.js');
}

/** The environment that makes a service part of this stack. */
export function serviceEnv(
  service: ServiceName,
  port: number,
  around: Surroundings,
): NodeJS.ProcessEnv {
  const { user, password } = around.nats.loginOf(service);
  const common = {
    HOST: '127.0.0.1',
    PORT: String(port),
    // Everybody has the environment of the stack; the key of a model is nobody's business but ai's.
    ...(service === 'ai' ? {} : { AI_MODEL_API_KEY: undefined }),
  };
  const nats = { NATS_URL: around.nats.url, NATS_USER: user, NATS_PASSWORD: password };
  const auth =
    process.env['JWT_JWKS_URL'] === undefined
      ? { JWT_SECRET: around.credentials.jwtSecret }
      : { JWT_SECRET: undefined };
  switch (service) {
    case 'console':
      return common;
    case 'ai':
    case 'presence':
      return { ...common, ...nats };
    case 'ingest':
      return { ...common, ...nats, ...auth, DATABASE_URL: around.databaseUrl };
    case 'gateway':
      return {
        ...common,
        ...nats,
        ...auth,
        INGEST_URL: around.ingestUrl,
        CONSOLE_URL: around.consoleUrl,
        CURSOR_SECRET: around.credentials.cursorSecret,
        DEV_AUTH: '1',
      };
  }
}
