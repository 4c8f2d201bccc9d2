import { fileURLToPath } from 'node:url';
import { runService } from '@mealwire/runtime';
import { servePage } from './app.js';
import { consoleConfig } from './config.js';

/** Beside `src` and `dist` alike, so it is the same from either. */
const PAGE_ROOT = fileURLToPath(new URL('../web/dist/', import.meta.url));

await runService(
  {
    name: 'console',
    description: 'serves the page with the phone to try Mealwire with.',
    config: consoleConfig,
    start: ({ http, health }) => servePage(http, health, PAGE_ROOT),
  },
  process.argv.slice(2),
  process.env,
);
