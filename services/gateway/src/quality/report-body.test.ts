import { QUALITY_LIMITS } from '@mealwire/contracts';
import { describe, expect, test } from 'vitest';
import { reportBody } from './report-body.js';

const minimal = { client: 'web', version: '0.1.0' };
const full = {
  ...minimal,
  strategy: 'default',
  handshakes: { succeeded: 2, failed: 1 },
  verified_ms: [84.5],
  round_trip_ms: [21],
  outcome_delay_ms: [-3, 1e12],
  reconnects: { network_lost: 1, silence: 2 },
  outcomes: { socket: 1, replay: 0 },
};
const samples = (length: number) => Array.from({ length }, () => 1);

describe('a quality report', () => {
  test.each([[minimal], [full], [{ ...minimal, verified_ms: samples(50) }]])('%j', (report) => {
    expect(reportBody.parse(report)).toEqual(report);
  });

  test('loses what it should not say', () => {
    const parsed = reportBody.parse({ ...minimal, user_id: 'alice', outcomes: { meal_log_id: 7 } });
    expect(parsed).toEqual({ ...minimal, outcomes: {} });
  });

  test.each([
    ['no client', { version: '1' }],
    ['a client that is no name', { ...minimal, client: 'Alice Smith' }],
    ['a long name', { ...minimal, strategy: 'x'.repeat(QUALITY_LIMITS.maxNameLength + 1) }],
    ['too many samples', { ...minimal, round_trip_ms: samples(51) }],
    ['a negative duration', { ...minimal, verified_ms: [-1] }],
    ['a duration beyond ten minutes', { ...minimal, verified_ms: [600_001] }],
    ['a cause that is not known', { ...minimal, reconnects: { sunspots: 1 } }],
    ['a count beyond all', { ...minimal, reconnects: { silence: 10_001 } }],
    ['half a handshake', { ...minimal, handshakes: { failed: 0.5 } }],
  ])('is refused with %s', (_, report) => {
    expect(reportBody.safeParse(report).success).toBe(false);
  });
});
