import type { ConnectionState } from '@mealwire/client';
import { ago } from '../format.js';
import type { ConnectionView } from './connection-view.js';

export const LABELS: Readonly<Record<ConnectionState, string>> = {
  idle: 'Idle',
  connecting: 'Connecting',
  verifying: 'Verifying',
  live: 'Connected',
  suspect: 'Checking',
  backoff: 'Reconnecting',
  offline: 'Offline',
  background: 'Paused',
  logged_out: 'Logged out',
  upgrade_required: 'Outdated',
  replaced: 'In use elsewhere',
};

/** Why nothing happens any more by itself, and what a person can do about it. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly action: 'connect' | 'reload';
}

const EXPLANATIONS: Partial<Readonly<Record<ConnectionState, Explanation>>> = {
  replaced: {
    title: 'Open somewhere else',
    text: 'Another window has taken over, or too many of yours are open.',
    button: 'Use it here',
    action: 'connect',
  },
  logged_out: {
    title: 'You are logged out',
    text: 'Your meals are safe. They go on where they were when you are back.',
    button: 'Log in again',
    action: 'connect',
  },
  upgrade_required: {
    title: 'There is a newer version',
    text: 'The server no longer speaks with this one.',
    button: 'Reload',
    action: 'reload',
  },
};

export function explanationOf(state: ConnectionState): Explanation | null {
  return EXPLANATIONS[state] ?? null;
}

/** One line about what is going on; empty where the state says it all. */
export function detailOf(
  { status, retryAtMs }: ConnectionView,
  heardMsAgo: number | null,
  nowMs: number,
): string {
  switch (status.state) {
    case 'connecting':
      return 'Opening a connection';
    case 'verifying':
      return 'Waiting for its first word';
    case 'live':
    case 'suspect':
      return `Last sign of life: ${heardMsAgo === null ? 'not yet' : ago(heardMsAgo)}`;
    case 'backoff': {
      const leftS = Math.ceil(((retryAtMs ?? nowMs) - nowMs) / 1_000);
      return leftS > 0 ? `Next try in ${leftS} s` : 'Trying now';
    }
    case 'offline':
      return 'No network';
    case 'background':
      return 'Goes on when you are back';
    default:
      return '';
  }
}
