import { CLOSE, type CloseReason } from '@mealwire/contracts';

/** A connection, as far as its right to stay is concerned. */
export interface Occupant {
  /** Undefined: the device has not said which one it is. */
  readonly deviceId: string | undefined;
}

export interface Eviction<O extends Occupant> {
  readonly occupant: O;
  readonly reason: CloseReason;
}

/**
 * Who has to go when a user's device connects: its own earlier connections, then the oldest ones
 * until the user is within the limit. Pure.
 * @param present the user's connections on this gateway, oldest first.
 */
export function evictions<O extends Occupant>(
  present: readonly O[],
  newcomer: Occupant,
  maxPerUser: number,
): readonly Eviction<O>[] {
  const { deviceId } = newcomer;
  const isSame = (occupant: O): boolean => deviceId !== undefined && occupant.deviceId === deviceId;
  const others = present.filter((occupant) => !isSame(occupant));
  const tooMany = others.slice(0, Math.max(0, others.length + 1 - maxPerUser));
  return [
    ...present.filter(isSame).map((occupant) => ({ occupant, reason: CLOSE.replaced })),
    ...tooMany.map((occupant) => ({ occupant, reason: CLOSE.evicted })),
  ];
}
