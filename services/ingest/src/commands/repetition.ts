import { eventId } from '@mealwire/bus';

/** What the id of a command's event is made of. */
export interface CommandIdentity {
  readonly userId: string;
  readonly mealLogId: string;
  /** The `Idempotency-Key`. */
  readonly key: string | undefined;
  /** Set where the same command can mean different things: what it asks for. */
  readonly body?: string | undefined;
}

/**
 * The id of a command's event: the same for each try of the same request. Before the point is what
 * names the request, after it what else has to be the same. Without a key that is the state it was
 * decided on, so that the same wish at another time is another event.
 */
export function commandEventId(kind: string, identity: CommandIdentity, version: number): string {
  const { key, body } = identity;
  const name = requestName(kind, identity);
  if (key === undefined) return `${name}.${version}`;
  return body === undefined ? name : `${name}.${digest(body)}`;
}

/** An earlier event of the command's type. */
export interface EarlierEvent {
  readonly id: string;
  readonly sequence: number;
}

export type Repetition = 'new' | 'repeated' | 'key taken';

/**
 * Whether an earlier event came of this very request. With a key, at any time. Without one, if the
 * same was asked for and nothing has happened since: a phone that did not hear the answer. Pure.
 */
export function repetitionOf(
  kind: string,
  identity: CommandIdentity,
  earlier: readonly EarlierEvent[],
  version: number,
): Repetition {
  const name = requestName(kind, identity);
  const same = earlier.filter(({ id }) => id === name || id.startsWith(`${name}.`));
  if (identity.key === undefined) {
    return same.some(({ sequence }) => sequence === version) ? 'repeated' : 'new';
  }
  if (same.length === 0) return 'new';
  const id = commandEventId(kind, identity, version);
  return same.some((event) => event.id === id) ? 'repeated' : 'key taken';
}

/** No digest has a point in it. */
function requestName(kind: string, { userId, mealLogId, key, body }: CommandIdentity): string {
  if (key !== undefined) return eventId(kind, userId, mealLogId, key);
  // Of another length than with a key: nobody can make one look like the other.
  return eventId(kind, userId, mealLogId, 'without a key', body ?? '');
}

function digest(body: string): string {
  return eventId('body', body).slice('body-'.length);
}
