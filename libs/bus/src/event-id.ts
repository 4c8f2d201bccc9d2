import { createHash } from 'node:crypto';

/** 128 of the 256 bits: enough that two events never share an id. */
const ID_BYTES = 16;

/**
 * The id of an event that may be published more than once and must count once: the same for every
 * try, whoever tries. Made of a digest, because ids go into spans and logs and the ids of users are
 * personal data.
 * @param kind what happened, e.g. `created`; readable for operators.
 * @param parts what it happened to.
 */
export function eventId(kind: string, ...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return `${kind}-${digest.subarray(0, ID_BYTES).toString('base64url')}`;
}
