import { isDeepStrictEqual } from 'node:util';
import { toArchiveRow } from '../database/archive.js';
import { isArchivable } from '../projection/domain/storable.js';
import { createDifferences, type Differences } from './differences.js';
import type { LoggedEvent } from './merged-log.js';

/** Compares the archive with the stream, event by event. */
export interface ArchiveCheck {
  /** @returns whether the archive needs this event from the stream. */
  see(event: LoggedEvent): boolean;
  readonly differences: Differences;
}

/** @param streamFrom first sequence that the stream has: what is older, it may have forgotten. */
export function createArchiveCheck(streamFrom: number): ArchiveCheck {
  const found = createDifferences();
  return {
    differences: found.differences,
    see: ({ sequence, archived, stored }) => {
      if (stored === undefined) {
        if (sequence >= streamFrom) found.add('extra', `sequence ${sequence}`);
        return false;
      }
      if (!isArchivable(stored.event)) return false;
      if (archived !== undefined && isDeepStrictEqual(archived, toArchiveRow(stored))) return false;
      found.add(archived === undefined ? 'missing' : 'different', `sequence ${sequence}`);
      return true;
    },
  };
}
