import { ConfigError, describeConfig, loadConfig } from '@mealwire/runtime';
import { describe, expect, test } from 'vitest';
import { config } from '../config.js';
import { costOf } from './observed-ask.js';
import { modelSettingsOf } from './settings.js';

const settingsOf = (env: NodeJS.ProcessEnv) => modelSettingsOf(loadConfig(config, env));
const model = { AI_MODEL_BASE_URL: 'http://127.0.0.1:11434/v1', AI_MODEL_NAME: 'small' };

describe('the settings of a model', () => {
  test('are none by default, and with variables that are set to nothing', () => {
    expect(settingsOf({})).toBeUndefined();
    expect(settingsOf({ AI_MODEL_BASE_URL: '', AI_MODEL_NAME: '' })).toBeUndefined();
  });

  test('need an address and a name', () => {
    expect(settingsOf(model)).toEqual({
      baseUrl: 'http://127.0.0.1:11434/v1',
      name: 'small',
      apiKey: undefined,
      structuredOutputs: false,
      deadlineMs: 20_000,
      price: undefined,
    });
  });

  test('can have more', () => {
    const more = { AI_MODEL_API_KEY: 'k', AI_MODEL_STRUCTURED_OUTPUTS: '1' };
    const prices = { AI_MODEL_PRICE_INPUT: '0.15', AI_MODEL_PRICE_OUTPUT: '0.6' };
    expect(settingsOf({ ...model, ...more, ...prices })).toMatchObject({
      apiKey: 'k',
      structuredOutputs: true,
      price: { input: 0.15, output: 0.6 },
    });
  });

  test.each([
    [{ AI_MODEL_NAME: 'small' }, 'AI_MODEL_NAME without AI_MODEL_BASE_URL'],
    [{ AI_MODEL_API_KEY: 'secret-1' }, 'AI_MODEL_API_KEY without AI_MODEL_BASE_URL'],
    [{ AI_MODEL_BASE_URL: model.AI_MODEL_BASE_URL }, 'AI_MODEL_BASE_URL without AI_MODEL_NAME'],
    [{ ...model, AI_MODEL_PRICE_INPUT: '1' }, 'AI_MODEL_PRICE_OUTPUT'],
    [{ ...model, AI_MODEL_DEADLINE_MS: '60000' }, 'AI_DEADLINE_MS'],
    [{ ...model, AI_MODEL_BASE_URL: 'localhost:11434' }, 'AI_MODEL_BASE_URL'],
    [{ ...model, AI_MODEL_PRICE_INPUT: '-1' }, 'AI_MODEL_PRICE_INPUT'],
  ])('half of %j is a mistake that is named, without its value', (env, message) => {
    expect(() => settingsOf(env)).toThrow(ConfigError);
    expect(() => settingsOf(env)).toThrow(message);
    expect(() => settingsOf(env)).not.toThrow(/secret-1/);
  });

  test('are all documented', () => {
    const help = describeConfig(config);
    for (const [name, { description }] of Object.entries(config)) {
      expect(help).toContain(name);
      expect(description, name).toMatch(/\w/);
    }
  });
});

test('cost is tokens times price per million', () => {
  const usage = { inputTokens: 2_000_000, outputTokens: 500_000 };
  expect(costOf(usage, { input: 0.15, output: 0.6 })).toBeCloseTo(0.6);
});
