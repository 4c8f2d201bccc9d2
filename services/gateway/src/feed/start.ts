import type { FeedHead, FeedReader } from './feed-reader.js';
import { type Claim, type FeedInfo, resumePoint } from './resume-point.js';

export interface Start {
  /** The device has everything up to here, or no claim to it. */
  readonly sequence: number;
  readonly recovered: boolean;
  /** False: it is where the look-back begins, and no event that the device has. */
  readonly isPosition: boolean;
}

/** Where a device starts, given the head of its feed. */
export type StartOf = (head: FeedHead) => Promise<Start>;

export interface StartOptions {
  readonly userId: string;
  /** Asked when it is needed: the receipt may have been written a moment ago. */
  readonly claim: () => Promise<Claim>;
  readonly info: () => FeedInfo;
  readonly reader: FeedReader;
  readonly lookBackMs: number;
}

export function createStart(options: StartOptions): StartOf {
  const { userId, claim, info, reader, lookBackMs } = options;
  return async (head) => {
    const point = resumePoint(await claim(), info(), head.sequence);
    if (point.kind === 'sequence') return { ...point, isPosition: true };
    const since = new Date(Date.now() - lookBackMs);
    const sequence = await reader.positionAt(userId, since, head);
    return { sequence, recovered: point.recovered, isPosition: false };
  };
}
