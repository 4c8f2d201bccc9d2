import type { ConnectionStatus } from '@mealwire/client';

/** The state of the connection, and where it stands in time. */
export interface ConnectionView {
  readonly status: ConnectionStatus;
  /** When the next attempt is made, milliseconds of `performance.now()`; null: none is planned. */
  readonly retryAtMs: number | null;
}

export const NO_CONNECTION: ConnectionView = {
  status: {
    state: 'idle',
    reason: '',
    cause: null,
    retryInMs: null,
    isWebSocketConnecting: false,
    isWebSocketConnected: false,
  },
  retryAtMs: null,
};

/** The client says how long it waits when it begins to, and may repeat that later. */
export function withStatus(
  { status: before, retryAtMs }: ConnectionView,
  status: ConnectionStatus,
  nowMs: number,
): ConnectionView {
  const { state, retryInMs } = status;
  const isSameWait = state === before.state && retryInMs === before.retryInMs;
  if (isSameWait) return { status, retryAtMs };
  return { status, retryAtMs: retryInMs === null ? null : nowMs + retryInMs };
}
