import { test } from 'vitest';
import { createPosition } from './position.js';

test('a position is waited for until it is passed', async () => {
  const position = createPosition();
  position.advance(3);
  await position.reached(3, 60_000);
  const waiting = position.reached(5, 60_000);
  position.advance(7);
  await waiting;
});

test('nobody waits longer than they want to', async () => {
  await createPosition().reached(5, 1);
});
