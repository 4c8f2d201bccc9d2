import type { Logger } from '@mealwire/telemetry';
import type { FeedHub } from './feed-hub.js';
import { type FeedReader, MAX_HEADS } from './feed-reader.js';
import type { FeedInfo } from './resume-point.js';

export interface AuditOptions {
  readonly hub: FeedHub;
  readonly reader: FeedReader;
  /** What FEED was when the gateway started. */
  readonly initial: FeedInfo;
  readonly intervalMs: number;
  /** FEED was made anew: no sequence that anybody here knows means anything any more. */
  readonly onNewEpoch: (info: FeedInfo) => void;
  readonly logger: Logger;
}

export interface Audit {
  /** What FEED held at the last look. */
  info(): FeedInfo;
  stop(): void;
}

/**
 * Finds lost tails. A gap in the middle of a feed shows with the next event, the loss of the last
 * one does not; republishing is at most once. So every few seconds the heads of the local users'
 * feeds, as far as they have moved since the last look, are compared with what was sent.
 */
export function startAudit(options: AuditOptions): Audit {
  const { hub, reader, logger } = options;
  let info = options.initial;
  /** Where the look before the last one ended: a replica may lag behind the leader by one look. */
  let trailing = options.initial.lastSequence;
  let timer: NodeJS.Timeout;
  let stopped = false;

  async function look(): Promise<void> {
    const latest = await reader.info();
    if (latest.epoch !== info.epoch) options.onNewEpoch(latest);
    else if (latest.lastSequence > trailing) await compare(trailing);
    trailing = Math.min(info.lastSequence, latest.lastSequence);
    info = latest;
  }

  async function compare(since: number): Promise<void> {
    const users = hub.users();
    for (let i = 0; i < users.length; i += MAX_HEADS) {
      const heads = await reader.headsAfter(users.slice(i, i + MAX_HEADS), since);
      for (const [userId, head] of heads) {
        for (const member of hub.members(userId)) member.noticed(head);
      }
    }
  }

  function schedule(): void {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => logger.warn({ err: error }, 'the audit of feeds failed'))
        .finally(() => {
          if (!stopped) schedule();
        });
    }, options.intervalMs);
  }

  schedule();
  return {
    info: () => info,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
