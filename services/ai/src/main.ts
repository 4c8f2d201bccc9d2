import { runService } from '@mealwire/runtime';
import { start } from './app.js';
import { config } from './config.js';

await runService(
  {
    name: 'ai',
    description: 'analyses meals: meal_log.created in, one outcome out.',
    config,
    start,
  },
  process.argv.slice(2),
  process.env,
);
