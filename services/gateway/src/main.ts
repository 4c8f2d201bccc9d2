import { runService } from '@mealwire/runtime';
import { start } from './app.js';
import { config } from './config.js';

await runService(
  {
    name: 'gateway',
    description: 'brings results to phones: one subscription per connected user.',
    config,
    start,
  },
  process.argv.slice(2),
  process.env,
);
