import { readFile } from 'node:fs/promises';
import type { Stack } from '@mealwire/stack';
import {
  type AppPhone,
  eventually,
  MODEL_USAGE,
  type ModelServer,
  type OtlpReceiver,
  openAppPhone,
  startModelServer,
  startOtlpReceiver,
  startTestStack,
} from '@mealwire/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A model reads the meals, on the real stack; when it is away the embedded analyser does. */

const KEY = 'a-key-that-nobody-may-see';
const TEXT = 'a recognisable cheeseburger and 2 bananas';

let stack: Stack;
let model: ModelServer;
let receiver: OtlpReceiver;
let phone: AppPhone;

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  model = await startModelServer(({ mealText }) => ({ content: answerTo(mealText) }));
  stack = await startTestStack({
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
      OTEL_BSP_SCHEDULE_DELAY: '100',
      AI_MODEL_BASE_URL: model.baseUrl,
      AI_MODEL_NAME: 'tiny',
      AI_MODEL_API_KEY: KEY,
      AI_MODEL_STRUCTURED_OUTPUTS: '1',
      AI_MODEL_PRICE_INPUT: '1000',
      AI_MODEL_PRICE_OUTPUT: '2000',
    },
  });
  phone = await openAppPhone({ origin: stack.info().origin, user: 'alice' });
});

afterAll(async () => {
  phone?.close();
  await stack?.stop();
  await model?.stop();
  await receiver?.stop();
});

/** Finds the bananas only: so one sees who has read the text. */
function answerTo(text: string): unknown {
  const phrase = /\d+ bananas/.exec(text)?.[0] ?? '';
  const quantity = Number.parseInt(phrase, 10);
  const rest = { unit: null, preparation: null, added_to: null };
  return { items: [{ phrase, food: 'bananas', quantity, ...rest }] };
}

async function outcomeOf(text: string): Promise<Record<string, unknown>> {
  const { body } = await phone.api.submit({ text });
  const frame = await phone.outcome(String(body['id']), 30_000);
  expect(frame.type).toBe('meal_log.completed');
  return frame.data;
}

async function ai(path: string): Promise<string> {
  const { url } = stack.info().processes.find(({ name }) => name === 'ai-1') ?? { url: '' };
  return (await fetch(new URL(path, url))).text();
}

test('a meal is read by the model, with figures from the food table', async () => {
  const outcome = await outcomeOf(TEXT);
  expect(outcome).toMatchObject({
    analyzer: 'model:tiny',
    items: [{ raw_text: '2 bananas', quantity: 2 }],
  });
  expect(outcome['table_version']).not.toBe('');
  expect(model.requests[0]).toMatchObject({ authorization: `Bearer ${KEY}`, mealText: TEXT });
});

test('what it took is counted and traced, without the meal and without the key', async () => {
  const span = await eventually(() => {
    const found = receiver.spans.find(({ name }) => name === 'chat tiny');
    expect(found).toBeDefined();
    return found;
  });
  expect(span).toMatchObject({
    service: 'ai',
    kind: 3,
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'tiny',
      'server.address': '127.0.0.1',
    },
  });
  expect(Number(span?.attributes['gen_ai.usage.input_tokens'])).toBe(MODEL_USAGE.prompt_tokens);
  expect(Number(span?.attributes['gen_ai.usage.output_tokens'])).toBe(
    MODEL_USAGE.completion_tokens,
  );
  const parent = receiver.spans.find(({ spanId }) => spanId === span?.parentSpanId);
  expect(parent?.name).toBe('analyse meal');

  const metrics = await ai('/metrics');
  const numberAt = (line: RegExp): number => Number(line.exec(metrics)?.[1]);
  expect(numberAt(/^mealwire_model_tokens_total\{.*type="input".*\} (\S+)/m)).toBe(120);
  expect(numberAt(/^mealwire_model_tokens_total\{.*type="output".*\} (\S+)/m)).toBe(30);
  expect(numberAt(/^mealwire_model_cost_total\{.*model="tiny".*\} (\S+)/m)).toBeCloseTo(0.18);
  expect(numberAt(/^mealwire_model_circuit_open\{.*\} (\S+)/m)).toBe(0);
  expect(numberAt(/^mealwire_analysis_backlog\{.*state="waiting".*\} (\S+)/m)).toBe(0);
  expect(numberAt(/^mealwire_analysis_backlog_age\{.*\} (\S+)/m)).toBe(0);
  expect(metrics).toMatch(
    /^mealwire_analysis_duration_count\{.*analyzer="model:tiny",outcome="completed".*\} 1/m,
  );

  const { logFile } = stack.info().processes.find(({ name }) => name === 'ai-1') ?? { logFile: '' };
  const seen = [await readFile(logFile, 'utf8'), ...receiver.bodies, metrics].join('\n');
  expect(seen).not.toContain('cheeseburger');
  expect(seen).not.toContain(KEY);
});

test('the model goes away: the embedded analyser takes over and says so', async () => {
  await model.stop();
  const outcome = await outcomeOf(TEXT);
  expect(outcome).toMatchObject({ analyzer: 'embedded (model unavailable)' });
  expect(outcome['items']).toHaveLength(2);
  const { logFile } = stack.info().processes.find(({ name }) => name === 'ai-1') ?? { logFile: '' };
  const log = await eventually(async () => {
    const text = await readFile(logFile, 'utf8');
    expect(text).toContain('"msg":"model unavailable"');
    return text;
  });
  expect(log).not.toContain('cheeseburger');
});
