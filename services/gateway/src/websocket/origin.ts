import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page may connect (RFC 6455 §10.2). Only browsers send an Origin: it must be the one that
 * the page was loaded from, i.e. this gateway's own, or one that is allowed by name. Pure.
 */
export function isOriginAllowed(
  headers: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  allowed: readonly string[],
): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
