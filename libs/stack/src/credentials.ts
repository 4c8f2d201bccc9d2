import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The users of deploy/nats/nats.conf. */
export const NATS_USERS = [
  'admin',
  'ingest',
  'ai',
  'presence',
  'gateway',
  'internal',
  'reporting',
] as const;

export type NatsUser = (typeof NATS_USERS)[number];

export type NatsPasswords = Readonly<Record<NatsUser, string>>;

/** Secrets of one embedded stack, made once and kept in its data folder. */
export interface Credentials {
  readonly nats: NatsPasswords;
  readonly postgresPassword: string;
  readonly jwtSecret: string;
  readonly cursorSecret: string;
}

/**
 * Reads the secrets of this data folder and makes what is missing: all of them at the first start,
 * and later the password of a NATS user that has been added since. The file is for its owner only.
 */
export async function loadCredentials(dataDir: string): Promise<Credentials> {
  const file = join(dataDir, 'credentials.json');
  const kept = await readCredentials(file);
  const fresh = createCredentials();
  const credentials = { ...fresh, ...kept, nats: { ...fresh.nats, ...kept?.nats } };
  if (NATS_USERS.every((user) => kept?.nats?.[user] !== undefined)) return credentials;
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  return credentials;
}

async function readCredentials(file: string): Promise<Partial<Credentials> | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Credentials>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

export function createCredentials(): Credentials {
  return {
    nats: Object.fromEntries(NATS_USERS.map((user) => [user, secret()])) as NatsPasswords,
    postgresPassword: secret(),
    jwtSecret: secret(),
    cursorSecret: secret(),
  };
}

/** Starts with a letter: the NATS configuration would read a leading digit as a number. */
function secret(): string {
  return `s${randomBytes(24).toString('hex')}`;
}
