import { BEARER_SUBPROTOCOL_PREFIX, SUBPROTOCOL } from '@mealwire/contracts/wire';

/** What the client uses of a WebSocket: the platform's own and that of package `ws` both fit. */
export interface WebSocketLike {
  send(text: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    type: 'close',
    listener: (event: { readonly code: number; readonly reason: string }) => void,
  ): void;
}

export type WebSocketFactory = (url: string, protocols: string[]) => WebSocketLike;

/** @throws Error where the platform has no WebSocket, e.g. Node before 22. */
export const platformWebSocket: WebSocketFactory = (url, protocols) => {
  if (globalThis.WebSocket === undefined) {
    throw new Error('this platform has no WebSocket: pass the option `webSocket`');
  }
  return new globalThis.WebSocket(url, protocols);
};

/** Of the WebSocket; asked without an upgrade, the gateway says what would stand in its way. */
export const ENDPOINT_PATH = '/ws/meal-logs';

/** Where a phone listens for its outcomes; the token is never part of it. */
export function endpointUrl(
  origin: string,
  query: { readonly deviceId: string | undefined; readonly cursor: string | null },
): string {
  const url = new URL(ENDPOINT_PATH, origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  if (query.deviceId !== undefined) url.searchParams.set('device_id', query.deviceId);
  if (query.cursor !== null) url.searchParams.set('cursor', query.cursor);
  return url.href;
}

/** The token rides in the subprotocol list, the one place a browser lets us write to. */
export function subprotocols(token: string): string[] {
  return [SUBPROTOCOL, `${BEARER_SUBPROTOCOL_PREFIX}${token}`];
}
