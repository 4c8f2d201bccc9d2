import { readFile } from 'node:fs/promises';
import type { Stack } from '@mealwire/stack';
import {
  eventually,
  type OtlpReceiver,
  openAppPhone,
  type ReceivedSpan,
  startOtlpReceiver,
  startTestStack,
} from '@mealwire/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** One meal is one trace, from the phone's request to the frame on its socket. */

const [INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER] = [1, 2, 3, 4, 5];

let stack: Stack;
let receiver: OtlpReceiver;

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  stack = await startTestStack({
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_BSP_SCHEDULE_DELAY: '100' },
  });
});

afterAll(async () => {
  await stack?.stop();
  await receiver?.stop();
});

test('the spans of a meal form one tree over all services', async () => {
  const phone = await openAppPhone({ origin: stack.info().origin, user: 'alice' });
  const traceId = 'a'.repeat(31).concat('1');
  const text = 'a very recognisable cheeseburger';
  const { body } = await phone.api.submit(
    { text },
    { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
  );
  await phone.outcome(String(body['id']));

  const spans = await eventually(() => {
    const ofMeal = receiver.spans.filter((span) => span.traceId === traceId);
    expect(ofMeal.map(({ service }) => service)).toContain('gateway');
    expect(ofMeal.some(({ name }) => name === 'process live.{user}')).toBe(true);
    expect(ofMeal).toHaveLength(9);
    return ofMeal;
  });
  // Not before: its proof of receipt is one of the spans.
  phone.close();

  const chain = chainTo(spans, 'process live.{user}');
  expect(chain.map(({ service, kind, name }) => [service, kind, name])).toEqual([
    ['gateway', SERVER, expect.stringContaining('POST')],
    ['gateway', CLIENT, 'POST'],
    ['ingest', SERVER, expect.stringContaining('POST')],
    ['ingest', PRODUCER, 'send meal_log.created.{user}.{meal_log}'],
    ['ai', CONSUMER, 'process meal_log.created.{user}.{meal_log}'],
    ['ai', PRODUCER, 'send meal_log.completed.{user}.{meal_log}'],
    ['gateway', CONSUMER, 'process live.{user}'],
  ]);
  const analyse = spans.find(({ name }) => name === 'analyse meal');
  expect(analyse).toMatchObject({ service: 'ai', kind: INTERNAL, parentSpanId: chain[4]?.spanId });
  // The receipt of the phone becomes an event of its own.
  const delivered = spans.find(({ name }) => name.startsWith('send meal_log.delivered'));
  expect(delivered).toMatchObject({
    service: 'gateway',
    kind: PRODUCER,
    parentSpanId: chain[6]?.spanId,
  });
  expect(chain[6]?.attributes).toMatchObject({ 'mealwire.delivery.result': 'received' });
  for (const span of chain.slice(3)) {
    expect(span.attributes).toMatchObject({
      'messaging.system': 'nats',
      'messaging.operation.type': span.kind === PRODUCER ? 'send' : 'process',
      'messaging.destination.template': expect.stringContaining('{user}'),
      'messaging.message.id': expect.any(String),
    });
  }

  // Neither the meal nor who ate it is anybody's business in Jaeger.
  expect(receiver.bodies.join()).not.toContain('cheeseburger');
  await expectTraceIdInLogs(traceId, text);
});

async function expectTraceIdInLogs(traceId: string, text: string): Promise<void> {
  for (const name of ['ingest-1', 'ai-1', 'gateway-1']) {
    const { logFile } = stack.info().processes.find((p) => p.name === name) ?? { logFile: '' };
    const log = await readFile(logFile, 'utf8');
    const lines = log.split('\n').filter((line) => line.includes('meal_log_id'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ trace_id: traceId });
    expect(log).not.toContain(text);
  }
}

/** From the root of the trace down to a span. */
function chainTo(spans: readonly ReceivedSpan[], name: string): ReceivedSpan[] {
  const chain: ReceivedSpan[] = [];
  for (
    let span = spans.find((s) => s.name === name);
    span !== undefined;
    span = spans.find(({ spanId }) => spanId === chain[0]?.parentSpanId)
  ) {
    chain.unshift(span);
  }
  return chain;
}
