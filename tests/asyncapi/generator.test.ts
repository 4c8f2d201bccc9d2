import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readNatsUsers } from '../../scripts/asyncapi/nats-conf.js';
import { covers, wildcardsOf } from '../../scripts/asyncapi/subject-patterns.js';

/** The parts of the generator that read and compare; the document itself is tested as a whole. */

describe('a NATS pattern', () => {
  test.each([
    ['live.*', 'live.*', true],
    ['$KV.presence.>', '$KV.presence.*.*', true],
    ['>', 'live.*', true],
    ['meal_log.created.*.*', 'meal_log.created.*.*', true],
    ['meal_log.created.*.*', 'meal_log.failed.*.*', false],
    ['live.*', 'live.*.*', false],
    ['live.*.*', 'live.*', false],
    ['live.ann', 'live.*', false],
    ['live.*', 'live.>', false],
    ['$KV.presence.>', '$KV.presence', false],
  ])('%s covers %s: %s', (pattern, subject, expected) => {
    expect(covers(pattern, subject)).toBe(expected);
  });

  test('has a wildcard for each parameter', () => {
    expect(wildcardsOf('meal_log.created.{user}.{meal_log_id}')).toBe('meal_log.created.*.*');
  });
});

describe('nats.conf', () => {
  const users = readNatsUsers(
    readFileSync(join(import.meta.dirname, '..', '..', 'deploy', 'nats', 'nats.conf'), 'utf8'),
  );

  test('is read with its users, without the one who may do everything', () => {
    expect([...users.keys()]).toEqual([
      'ingest',
      'ai',
      'presence',
      'gateway',
      'internal',
      'reporting',
    ]);
  });

  test('is read with lists, comments and switches', () => {
    expect(users.get('gateway')?.subscribe).toEqual(['_INBOX_gateway.>', 'live.*']);
    expect(users.get('reporting')?.publish).toContain('$JS.ACK.MEAL_LOG.reporting.>');
    expect(users.get('presence')?.allow_responses).toBe(true);
    expect(users.get('gateway')?.allow_responses).toBe(false);
  });
});
