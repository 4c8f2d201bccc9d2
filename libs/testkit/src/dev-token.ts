/** A token from a gateway that runs with DEV_AUTH=1. */
export async function devToken(origin: string, user: string): Promise<string> {
  const response = await fetch(new URL('/dev/token', origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  if (!response.ok) throw new Error(`no token for ${user}: HTTP ${response.status}`);
  const { token } = (await response.json()) as { token: string };
  return token;
}
