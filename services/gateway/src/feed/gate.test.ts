import { expect, test } from 'vitest';
import { createGate } from './gate.js';

test('a gate lets so many through at once, and everybody in the end', async () => {
  const gate = createGate(3);
  let inside = 0;
  let most = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      gate(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
        if (i % 5 === 0) throw new Error('failed inside');
        return i;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(inside).toBe(0);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
});
