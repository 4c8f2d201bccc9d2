import type { ReconnectCause } from '@mealwire/contracts/wire';
import type { ConnectionState, MachineState } from './state.js';

/** What an app shows of the connection. */
export interface ConnectionStatus {
  readonly state: ConnectionState;
  /** Why it is so, in words for an engineer. */
  readonly reason: string;
  /** Why the attempt under way, or the next one, is made; null before the first. */
  readonly cause: ReconnectCause | null;
  /** In `backoff` and `offline`: how long until the next attempt; else null. */
  readonly retryInMs: number | null;
  /** An attempt is under way; its handshake may be done already. */
  readonly isWebSocketConnecting: boolean;
  /** A frame has been received, and nothing speaks against the next one. */
  readonly isWebSocketConnected: boolean;
}

export function statusOf({ name, reason, cause, retryInMs }: MachineState): ConnectionStatus {
  return {
    state: name,
    reason,
    cause,
    retryInMs,
    isWebSocketConnecting: name === 'connecting' || name === 'verifying',
    isWebSocketConnected: name === 'live',
  };
}
