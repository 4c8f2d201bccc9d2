/**
 * Everything comes from the page's own origin. `connect-src 'self'` covers the WebSocket too: CSP 3
 * matches ws and wss of the same host, and behind the gateway we do not know our public name.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * Vite writes a hash of the content into the name of each asset: those can never change.
 * @param path relative to the root of the page.
 */
export function cacheControlOf(path: string): string {
  return /^assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
