import { JetStreamApiError, type JetStreamClient, type PubAck } from '@nats-io/jetstream';
import { describe, expect, test } from 'vitest';
import { publishOnCondition } from './conditional-publish.js';

/** What the answers of a server mean, in an order in which a cluster has given them. */

const ACK = { stream: 'S', seq: 18, duplicate: false } as PubAck;

function refusal(err_code: number, description: string): JetStreamApiError {
  return new JetStreamApiError({ code: 400, err_code, description });
}

const IN_PROCESS = refusal(10_164, 'wrong last sequence');
const BEHIND = refusal(10_071, 'wrong last sequence: 0');
const CHANGED = refusal(10_071, 'wrong last sequence: 18');
const SAME_ID = refusal(10_158, 'duplicate message id is in process');
const NEW_LEADER = refusal(10_163, 'expected last sequence per subject temporarily unavailable');

/** @returns the result, and how many answers it took. */
async function publish(answers: readonly (PubAck | Error)[], isAppendOnly = true) {
  let taken = 0;
  const js: Pick<JetStreamClient, 'publish'> = {
    publish: async () => {
      const answer = answers[taken++];
      if (answer === undefined || answer instanceof Error) throw answer;
      return answer;
    },
  };
  const options = { isAppendOnly, expect: { lastSubjectSequence: 17 } };
  const ack = await publishOnCondition(js as JetStreamClient, 's', '', options);
  return [ack, taken] as const;
}

describe('a conditional publish', () => {
  test('that is refused by a leader that compared nothing is asked again', async () => {
    await expect(publish([IN_PROCESS, SAME_ID, NEW_LEADER, ACK])).resolves.toEqual([ACK, 4]);
    await expect(publish([IN_PROCESS, CHANGED])).resolves.toEqual([undefined, 2]);
  });

  test('that is refused because of something newer was not stored', async () => {
    await expect(publish([CHANGED])).resolves.toEqual([undefined, 1]);
  });

  test('that is refused by a server without what is known to be stored is asked again', async () => {
    await expect(publish([BEHIND, BEHIND, ACK])).resolves.toEqual([ACK, 3]);
    await expect(publish([BEHIND], false)).resolves.toEqual([undefined, 1]);
  });

  test('that fails otherwise is unknown', async () => {
    const timeout = new Error('timeout');
    await expect(publish([IN_PROCESS, timeout])).rejects.toBe(timeout);
    const full = refusal(10_077, 'maximum messages exceeded');
    await expect(publish([full])).rejects.toBe(full);
  });

  test('that nobody decides is unknown in the end', { timeout: 20_000 }, async () => {
    const forEver = <T>(answer: T): T[] => Array.from({ length: 1_000 }, () => answer);
    const [undecided, behind] = await Promise.allSettled([
      publish(forEver(IN_PROCESS)),
      publish(forEver(BEHIND)),
    ]);
    expect(undecided).toMatchObject({ status: 'rejected', reason: IN_PROCESS });
    expect(behind).toMatchObject({ status: 'rejected', reason: BEHIND });
  });
});
