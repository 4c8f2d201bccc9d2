import { ConfigError, describeConfig, loadConfig } from '@mealwire/runtime';
import { describe, expect, test } from 'vitest';
import { config } from './config.js';

describe('config', () => {
  test('is complete without any variable: one machine, user admin', () => {
    expect(loadConfig(config, {})).toMatchObject({
      NATS_USER: 'admin',
      NATS_REPLICAS: 1,
      PROVISION_TIMEOUT_MS: 60_000,
    });
  });

  test('takes the replica counts that JetStream can vote with', () => {
    expect(loadConfig(config, { NATS_REPLICAS: '3' }).NATS_REPLICAS).toBe(3);
    expect(() => loadConfig(config, { NATS_REPLICAS: '2' })).toThrow(ConfigError);
  });

  test('describes its defaults', () => {
    expect(describeConfig(config)).toContain('NATS_REPLICAS = 1');
  });
});
