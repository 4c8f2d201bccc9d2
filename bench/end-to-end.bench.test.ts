import { randomUUID } from 'node:crypto';
import type { Stack } from '@mealwire/stack';
import { type AppPhone, openAppPhone, startTestStack } from '@mealwire/testkit';
import { afterAll, beforeAll, test } from 'vitest';
import { ms, percentiles, report, timed } from './support/report.js';

/** What a person waits for when the AI takes no time: from the POST to the frame on the phone. */

const PHONES = 20;
const MEALS = 400;

let stack: Stack;
const phones: AppPhone[] = [];
const arrived = new Map<string, () => void>();

beforeAll(async () => {
  stack = await startTestStack({ env: { AI_ARTIFICIAL_DELAY_MS: '0' } });
  for (let n = 0; n < PHONES; n++) {
    const phone = await openAppPhone({ origin: stack.info().origin, user: `bench-${n}` });
    await phone.frame('welcome');
    phone.socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as { meal_log_id?: string };
      if (frame.meal_log_id !== undefined) arrived.get(frame.meal_log_id)?.();
    });
    phones.push(phone);
  }
});

afterAll(() => stack?.stop());

async function meals(count: number, atOnce: number) {
  const answeredMs: number[] = [];
  const onPhoneMs = await timed(count, atOnce, async (n) => {
    const phone = phones[n % PHONES] as AppPhone;
    const id = randomUUID();
    const outcome = new Promise<void>((resolve) => arrived.set(id, resolve));
    const startedAt = performance.now();
    const { status } = await phone.api.submit({ text: 'an apple', client_id: id });
    if (status !== 201) throw new Error(`HTTP ${status}`);
    answeredMs.push(performance.now() - startedAt);
    await outcome;
    arrived.delete(id);
  });
  return { answeredMs, onPhoneMs };
}

test('from the POST to the phone', async () => {
  await meals(100, 4);
  const rows: string[][] = [];
  for (const atOnce of [1, PHONES]) {
    const startedAt = performance.now();
    const { answeredMs, onPhoneMs } = await meals(MEALS, atOnce);
    const perSecond = (MEALS / ((performance.now() - startedAt) / 1000)).toFixed(0);
    rows.push([String(atOnce), 'POST → 201', ...ms(percentiles(answeredMs)), '']);
    rows.push([String(atOnce), 'POST → phone', ...ms(percentiles(onPhoneMs)), perSecond]);
  }
  const columns = ['meals at once', 'way', 'p50 ms', 'p95 ms', 'p99 ms', 'meals/s'];
  report('End to end, no AI delay', columns, rows);
});
