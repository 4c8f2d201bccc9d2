import type { ConnectionState } from '@mealwire/client';
import type { Meal } from './meal.js';

/** Where a meal without an outcome is, as a person wants to know it. */
export interface Stage {
  readonly name: 'sending' | 'waiting' | 'processing';
  readonly label: string;
  /** The socket cannot bring its outcome now, so the client asks for it now and then. */
  readonly isPolled: boolean;
}

/** The client polls in every state but these: the socket does it, or nobody could answer. */
const WITHOUT_POLLING: readonly ConnectionState[] = [
  'idle',
  'live',
  'offline',
  'background',
  'logged_out',
];

/** Where the server most probably cannot be reached. */
const UNREACHABLE: readonly ConnectionState[] = ['offline', 'backoff', 'background'];

/** @param isForgetful what was not sent is lost with this page. */
export function stageOf(meal: Meal, state: ConnectionState, isForgetful: boolean): Stage {
  if (meal.storedAt !== null) {
    const isPolled = !WITHOUT_POLLING.includes(state);
    return { name: 'processing', label: 'Processing', isPolled };
  }
  const plea = isForgetful ? ', keep this page open' : '';
  if (UNREACHABLE.includes(state)) {
    return { name: 'waiting', label: `Waiting for the network${plea}`, isPolled: false };
  }
  return state === 'logged_out'
    ? { name: 'waiting', label: `Waiting until you log in${plea}`, isPolled: false }
    : { name: 'sending', label: 'Sending', isPolled: false };
}
