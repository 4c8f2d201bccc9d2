/**
 * Puts together what one service needs at run time; deploy/Dockerfile calls it.
 *
 *   node collect-runtime.mjs <service> <compiled tree> <installed tree> <target>
 *
 * The installed tree is that of `npm ci --omit=dev -w <service>`. npm has left the development
 * dependencies out of it, but links every package of ours, so the manifests are followed here.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const SCOPE = '@mealwire/';
/** Of the installed tree: versions that differ from the other packages' are in a folder of its own. */
const INSTALLED = ['package.json', 'node_modules'];
/** Of the compiled tree, what a package reads at run time: code, migrations, the page, the foods. */
const COMPILED = ['dist', 'migrations', 'web/dist', 'foods'];
/** Of the repository itself, at the same place: the gateway serves the API's document. */
const SHARED = { gateway: ['docs/openapi.json'] };

const [service, compiled, installed, target] = process.argv.slice(2);
if (target === undefined) throw new Error('usage: <service> <compiled> <installed> <target>');

const folders = foldersByName();
const needed = new Set([`${SCOPE}${service}`]);
// A set may grow while it is walked: this reaches the libs of the libs too.
for (const name of needed) {
  const { dependencies = {} } = manifestOf(folders.get(name) ?? fail(`there is no ${name}`));
  for (const dependency of Object.keys(dependencies)) {
    if (dependency.startsWith(SCOPE)) needed.add(dependency);
  }
}

// The links are relative, so they hold wherever the target is copied as a whole.
cpSync(join(installed, 'node_modules'), join(target, 'node_modules'), copyOptions());
for (const [name, folder] of folders) {
  if (!needed.has(name)) {
    rmSync(join(target, 'node_modules', name), { force: true });
    continue;
  }
  copy(installed, folder, INSTALLED);
  copy(compiled, folder, COMPILED);
  if (!existsSync(join(target, folder, 'dist'))) fail(`${name} is not compiled`);
}

copy(compiled, '.', SHARED[service] ?? []);

/** Every package of ours: name → folder in the repository. */
function foldersByName() {
  const roots = ['libs', 'services'].flatMap((root) =>
    readdirSync(join(installed, root)).map((folder) => join(root, folder)),
  );
  return new Map(roots.map((folder) => [manifestOf(folder).name, folder]));
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(installed, folder, 'package.json'), 'utf8'));
}

function copy(from, folder, parts) {
  for (const part of parts) {
    const source = join(from, folder, part);
    if (existsSync(source)) cpSync(source, join(target, folder, part), copyOptions());
  }
}

function copyOptions() {
  // `verbatimSymlinks`: links are copied as they are written, not made absolute.
  return { recursive: true, verbatimSymlinks: true };
}

function fail(message) {
  throw new Error(`collect-runtime: ${message}`);
}
