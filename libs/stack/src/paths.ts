import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `libs/stack/{src,dist}/paths.js` is three folders below the repository. */
export const repositoryDir = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export const deployDir = join(repositoryDir, 'deploy');

/** Programs that npm could not put into node_modules. */
export const cacheDir = join(repositoryDir, '.cache');
