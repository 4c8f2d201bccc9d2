import { runService } from '@mealwire/runtime';
import { startPresence } from './app.js';
import { configShape } from './config.js';

await runService(
  {
    name: 'presence',
    description: 'signs of life into KV; who is there and when last seen.',
    config: configShape,
    start: startPresence,
  },
  process.argv.slice(2),
  process.env,
);
