import { describe, expect, test } from 'vitest';
import { type Claim, resumePoint } from './resume-point.js';

const info = { epoch: 1000, firstSequence: 50, lastSequence: 90 };
const HEAD = 80;
const cursor = (sequence: number, epoch = 1000): Claim => ({
  kind: 'cursor',
  position: { epoch, sequence },
});

describe('a phone resumes', () => {
  test('from its cursor', () => {
    expect(resumePoint(cursor(60), info, HEAD)).toEqual({
      kind: 'sequence',
      sequence: 60,
      recovered: true,
    });
  });

  test.each([
    ['of another incarnation', cursor(60, 999)],
    ['older than the feed', cursor(48)],
    ['past a head that was set back', cursor(81)],
  ])('at the head and unrecovered, with a cursor %s', (_what, claim) => {
    expect(resumePoint(claim, info, HEAD)).toEqual({
      kind: 'sequence',
      sequence: HEAD,
      recovered: false,
    });
  });

  test('from its receipt, and from what is recent when that is of no use', () => {
    const receipt: Claim = { kind: 'receipt', position: { epoch: 1000, sequence: 60 } };
    expect(resumePoint(receipt, info, HEAD)).toMatchObject({ sequence: 60, recovered: true });
    const stale: Claim = { kind: 'receipt', position: { epoch: 999, sequence: 60 } };
    expect(resumePoint(stale, info, HEAD)).toEqual({ kind: 'look-back', recovered: false });
  });

  test('from what is recent when nothing is known of it', () => {
    expect(resumePoint({ kind: 'none' }, info, HEAD)).toEqual({
      kind: 'look-back',
      recovered: true,
    });
  });

  test('from what is recent and unrecovered, with a cursor that nobody can read', () => {
    expect(resumePoint({ kind: 'unreadable' }, info, HEAD)).toEqual({
      kind: 'look-back',
      recovered: false,
    });
  });

  test('from the last event that has expired: nothing is missing after it', () => {
    expect(resumePoint(cursor(49), info, HEAD)).toMatchObject({ recovered: true });
  });
});
