import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The users of deploy/nats/nats.conf. */
export const NATS_USERS = ['admin', 'ingest', 'ai', 'presence', 'gateway', 'internal'] as const;

export type NatsUser = (typeof NATS_USERS)[number];

export type NatsPasswords = Readonly<Record<NatsUser, string>>;

/** Secrets of one embedded stack, made once and kept in its data folder. */
export interface Credentials {
  readonly nats: NatsPasswords;
  readonly postgresPassword: string;
  readonly jwtSecret: string;
  readonly cursorSecret: string;
}

/** Reads the secrets of this data folder, or makes them; the file is for its owner only. */
export async function loadCredentials(dataDir: string): Promise<Credentials> {
  const file = join(dataDir, 'credentials.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Credentials;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const credentials = createCredentials();
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  return credentials;
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
