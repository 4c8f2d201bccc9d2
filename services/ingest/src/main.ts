import { runService } from '@mealwire/runtime';
import { start } from './app.js';
import { config } from './config.js';

await runService(
  {
    name: 'ingest',
    description: 'takes meals over HTTP, answers queries, keeps the read model.',
    config,
    start,
  },
  process.argv.slice(2),
  process.env,
);
