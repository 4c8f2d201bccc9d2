import { errorOfResponse } from '@mealwire/client';

/** Development tokens of one user, as the gateway hands them out to anybody who asks. */
export interface DevTokens {
  /** @throws MealwireError, or TypeError when there is no answer. */
  token(): Promise<string>;
  /** The token did not work, e.g. because the gateway came back with another secret. */
  forget(): void;
}

/** Renewed this long before it expires, so that none expires on its way. */
const MARGIN_MS = 60_000;

export function createDevTokens(user: string): DevTokens {
  let current: { readonly token: string; readonly renewAtMs: number } | undefined;
  return {
    token: async () => {
      if (current === undefined || Date.now() >= current.renewAtMs) {
        const { token, expires_at } = await requestToken(user);
        current = { token, renewAtMs: Date.parse(expires_at) - MARGIN_MS };
      }
      return current.token;
    },
    forget: () => {
      current = undefined;
    },
  };
}

async function requestToken(user: string): Promise<{ token: string; expires_at: string }> {
  const response = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  if (!response.ok) throw await errorOfResponse(response);
  return response.json();
}
