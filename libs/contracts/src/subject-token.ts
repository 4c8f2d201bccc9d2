/**
 * User ids and meal-log ids as NATS subject tokens: `[A-Za-z0-9_-]{1,128}` stay as they are,
 * anything else becomes `~` + base64url of its UTF-8 bytes. `~` is outside the plain alphabet, so
 * the two forms cannot collide and decoding is exact.
 */
const PLAIN = /^[A-Za-z0-9_-]{1,128}$/;
const ENCODED = /^~[A-Za-z0-9_-]+$/;

/** Longest id in UTF-8 bytes, so that a subject stays far below the server's limit. */
export const MAX_ID_BYTES = 128;

/** @throws RangeError for an id that is empty, ill-formed or longer than {@link MAX_ID_BYTES}. */
export function encodeToken(id: string): string {
  if (PLAIN.test(id)) return id;
  // Two lone surrogates would both become U+FFFD, and two users one.
  if (/\p{Surrogate}/u.test(id)) throw new RangeError('an id is well-formed Unicode');
  const bytes = new TextEncoder().encode(id);
  if (bytes.length === 0 || bytes.length > MAX_ID_BYTES) {
    throw new RangeError(`an id has 1 to ${MAX_ID_BYTES} bytes, this one has ${bytes.length}`);
  }
  const binary = String.fromCharCode(...bytes);
  return `~${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** @throws RangeError for a token that {@link encodeToken} cannot have made. */
export function decodeToken(token: string): string {
  if (PLAIN.test(token)) return token;
  if (!ENCODED.test(token)) throw new RangeError('not a subject token');
  try {
    const binary = atob(token.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RangeError('not a subject token');
  }
}

/**
 * The same as a token of a KV key: clients of NATS KV refuse `~` there, so the mark is `=`, which
 * they allow and which no subject token contains.
 */
export function encodeKeyToken(id: string): string {
  return encodeToken(id).replace(/^~/, '=');
}

/** @throws RangeError for a token that {@link encodeKeyToken} cannot have made. */
export function decodeKeyToken(token: string): string {
  return decodeToken(token.replace(/^=/, '~'));
}
