import { mealctl } from './program.js';

// `mealctl … | head` closes the pipe early, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
const exitCode = await mealctl(process.argv.slice(2), {
  env: process.env,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
});
// Not `exitCode`: a connection attempt that was given up would keep the process alive.
process.exit(exitCode);
