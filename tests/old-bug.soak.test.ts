import type { Stack } from '@mealwire/stack';
import { eventually, openAppPhone, startTestStack } from '@mealwire/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The old bug's scenarios with the times that people had, not compressed: make soak. */

const ANALYSIS_MS = 25_000;
const PING_EVERY_MS = 30_000;
const CONNECTED_FOR_MS = 15 * 60_000;

let stack: Stack;

beforeAll(async () => {
  stack = await startTestStack({ env: { AI_ARTIFICIAL_DELAY_MS: String(ANALYSIS_MS) } });
});

afterAll(() => stack?.stop());

describe('in real time', () => {
  test.concurrent('(b) connect, ping, submit, 25 s of analysis: the phone gets its result', async () => {
    const phone = await openAppPhone({ origin: stack.info().origin, user: 'ben' });
    phone.ping();
    await phone.frame('pong');
    const submittedAt = Date.now();
    const { body } = await phone.api.submit({ text: 'an apple' });
    await phone.outcome(String(body['id']), ANALYSIS_MS + 15_000);
    expect(Date.now() - submittedAt).toBeGreaterThanOrEqual(ANALYSIS_MS);
    expect(phone.outcomesOf(String(body['id']))).toHaveLength(1);
    phone.close();
  });

  test.concurrent('(c) 15 minutes with a ping every 30 s, then a submission is delivered', async () => {
    const phone = await openAppPhone({ origin: stack.info().origin, user: 'cleo' });
    for (let n = 1; n <= CONNECTED_FOR_MS / PING_EVERY_MS; n++) {
      phone.ping();
      await eventually(() =>
        expect(phone.frames.filter(({ type }) => type === 'pong')).toHaveLength(n),
      );
      await new Promise((resolve) => setTimeout(resolve, PING_EVERY_MS));
    }
    const { body } = await phone.api.submit({ text: 'a banana' });
    await phone.outcome(String(body['id']), ANALYSIS_MS + 15_000);
    expect(phone.outcomesOf(String(body['id']))).toHaveLength(1);
    phone.close();
  });
});
