/** A part of the deployment does not answer; the message says which and what to look at. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}
