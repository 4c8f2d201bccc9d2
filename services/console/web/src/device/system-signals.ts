import type { MealwireClient } from '@mealwire/client';

type Listening = Pick<MealwireClient, 'networkChanged' | 'foreground' | 'background'>;

/**
 * Tells a client what the system knows before a socket does. A hidden tab stays connected, results
 * are to arrive there too; only one that is frozen or put away is in the background.
 */
export function followSystem(client: Listening): () => void {
  const stop = new AbortController();
  const on = (target: EventTarget, type: string, listener: (event: Event) => void) =>
    target.addEventListener(type, listener, { signal: stop.signal });

  if (!navigator.onLine) client.networkChanged(false);
  on(window, 'online', () => client.networkChanged(true));
  on(window, 'offline', () => client.networkChanged(false));
  followNetworkType(on, () => client.networkChanged(navigator.onLine));

  on(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') client.foreground();
  });
  on(document, 'freeze', () => client.background());
  on(document, 'resume', () => client.foreground());
  // Also of a page that does not come back: its last figures go out, and its socket ends cleanly.
  on(window, 'pagehide', () => client.background());
  on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) client.foreground();
  });
  return () => stop.abort();
}

/**
 * From Wi-Fi to mobile data, on browsers that tell. Their `change` comes for every new estimate of
 * the speed as well, and that is no reason to connect again.
 */
function followNetworkType(
  on: (target: EventTarget, type: string, listener: () => void) => void,
  onChange: () => void,
): void {
  const { connection } = navigator as { readonly connection?: EventTarget & { type?: string } };
  if (connection === undefined) return;
  let { type } = connection;
  on(connection, 'change', () => {
    if (connection.type === type) return;
    ({ type } = connection);
    onChange();
  });
}
