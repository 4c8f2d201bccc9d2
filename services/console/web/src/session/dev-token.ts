import { errorOfResponse, type TokenProvider } from '@mealwire/client';

interface DevToken {
  readonly token: string;
  readonly renewAtMs: number;
}

/** Renewed this long before it expires, so that none expires on its way. */
const MARGIN_MS = 2 * 60_000;
/** A half-open network must not hold up everything that waits for a token. */
const TIMEOUT_MS = 10_000;
/** There are no development tokens here: asking again would not help. */
const REFUSALS = [401, 403, 404];

/** Development tokens of one user, as the gateway hands them out to anybody who asks. */
export function devTokens(user: string): TokenProvider {
  let current: DevToken | null = null;
  return async ({ rejected }) => {
    const isGood = current !== null && current.token !== rejected && Date.now() < current.renewAtMs;
    if (!isGood) current = await requestToken(user);
    return current?.token ?? null;
  };
}

async function requestToken(user: string): Promise<DevToken | null> {
  const response = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (REFUSALS.includes(response.status)) return null;
  if (!response.ok) throw await errorOfResponse(response);
  const { token, expires_at }: { token: string; expires_at: string } = await response.json();
  return { token, renewAtMs: Date.parse(expires_at) - MARGIN_MS };
}
