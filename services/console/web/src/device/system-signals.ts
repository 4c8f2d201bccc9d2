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

  let wasOnline = true;
  function network(): void {
    wasOnline = navigator.onLine;
    client.networkChanged(wasOnline);
  }
  /** A page that was frozen may have missed that the network went or came. */
  function comeBack(): void {
    if (navigator.onLine !== wasOnline) network();
    client.foreground();
  }

  if (!navigator.onLine) network();
  on(window, 'online', network);
  on(window, 'offline', network);
  followNetworkType(on, network);

  on(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') comeBack();
  });
  on(document, 'freeze', () => client.background());
  on(document, 'resume', comeBack);
  // Also of a page that does not come back: its last figures go out, and its socket ends cleanly.
  on(window, 'pagehide', () => client.background());
  on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) comeBack();
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
