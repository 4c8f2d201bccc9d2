import { createHash } from 'node:crypto';

/** Enough of the digest that two representations of one meal log never share a tag. */
const DIGEST_BYTES = 16;

/**
 * A strong entity tag (RFC 9110 §8.8.3) of what a client gets. Of the whole representation, not of
 * its version alone: a new release may show more of the same version, and a stream that was made
 * anew counts from 1 again.
 */
export function entityTag(representation: string): string {
  const digest = createHash('sha256').update(representation).digest();
  return `"${digest.subarray(0, DIGEST_BYTES).toString('base64url')}"`;
}

const ENTITY_TAG = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

/**
 * Whether the client has this representation: `*`, or a list that names it. The comparison is the
 * weak one, as a GET asks for it (RFC 9110 §13.1.2). What is no entity tag matches nothing. Pure.
 */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  for (const [, opaque] of ifNoneMatch.matchAll(ENTITY_TAG)) {
    if (opaque === tag) return true;
  }
  return false;
}
