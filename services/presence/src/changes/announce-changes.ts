import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { encodeJson, PresenceChangedSchema, presenceChangedSubject } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Roster, RosterEntry, Transition } from '../roster/roster.js';
import type { ConnectionBucket } from '../store/connection-bucket.js';

export interface ChangeAnnouncer {
  onEntry(entry: RosterEntry, transition: Transition): void;
  /** The roster is complete now: what expired while nobody looked can be judged. */
  onCaughtUp(): void;
}

export interface ChangeAnnouncerOptions {
  readonly nc: Pick<NatsConnection, 'publish'>;
  readonly roster: Roster;
  readonly connections: Pick<ConnectionBucket, 'claimRemoval'>;
  readonly instanceId: string;
  readonly logger: Logger;
}

/**
 * Says `presence.changed.<user>` once, though every presence process sees every change: whoever
 * wrote the entry that changed something announces it. An expiry was written by the server (a
 * gateway was killed, a phone lost without a close); it is announced by the process that claims it.
 * Core NATS, at most once: the announcement is a hint, `presence.get.<user>` is the state.
 */
export function createChangeAnnouncer(options: ChangeAnnouncerOptions): ChangeAnnouncer {
  const { roster, instanceId, logger } = options;
  /** Per user, so that the last of their connections is the one that everybody claims. */
  const unclaimed = new Map<string, RosterEntry>();

  async function claim(entry: RosterEntry): Promise<void> {
    if (roster.isOnline(entry.userId)) return;
    const { userId, connectionId, revision } = entry;
    try {
      const mine = await options.connections.claimRemoval(userId, connectionId, revision);
      if (mine && !roster.isOnline(userId)) announce(options, 'offline', entry);
    } catch (error) {
      logger.warn({ err: error, userId }, 'it could not be announced that a user is offline');
    }
  }

  return {
    onEntry: (entry, transition) => {
      if (transition !== undefined && entry.writer === instanceId) {
        announce(options, transition, entry);
      }
      if (entry.operation !== 'removed' || entry.writer !== undefined) return;
      if (roster.isComplete()) void claim(entry);
      else unclaimed.set(entry.userId, entry);
    },
    onCaughtUp: () => {
      for (const entry of unclaimed.values()) void claim(entry);
      unclaimed.clear();
    },
  };
}

function announce(
  { nc, logger }: ChangeAnnouncerOptions,
  state: 'online' | 'offline',
  { userId, timeMs }: RosterEntry,
): void {
  const changed = create(PresenceChangedSchema, { userId, state, at: timestampFromMs(timeMs) });
  try {
    nc.publish(presenceChangedSubject(userId), encodeJson(PresenceChangedSchema, changed));
    logger.info({ userId }, state);
  } catch (error) {
    // Only while the connection is being closed.
    logger.debug({ err: error }, 'a change was not announced');
  }
}
