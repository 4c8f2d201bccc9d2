import type { Logger } from '@mealwire/telemetry';
import type { PresenceMetrics } from '../metrics.js';
import { MalformedSignsError, readSigns } from './read-signs.js';
import { recordSigns, type SignRecorder } from './record-signs.js';
import { createUserQueue } from './user-queue.js';

export interface SignTaker {
  /** Never throws: what is malformed is logged and skipped. */
  take(message: { readonly subject: string; readonly data: Uint8Array }): void;
  /** Resolves when everything taken is in KV, or given up. */
  idle(): Promise<void>;
}

export interface SignTakerOptions {
  readonly recorder: SignRecorder;
  /** How many users are written at the same time. */
  readonly concurrency: number;
  readonly metrics: PresenceMetrics;
  readonly logger: Logger;
}

/** The entrance of signs of life: `presence.seen.<user>` → read → queue → KV. */
export function createSignTaker(options: SignTakerOptions): SignTaker {
  const { recorder, metrics, logger } = options;
  const queue = createUserQueue(options.concurrency, async (userId, signs) => {
    try {
      await recordSigns(recorder, userId, signs);
      metrics.countSigns(signs, 'recorded');
    } catch (error) {
      metrics.countSigns(signs, 'failed');
      logger.warn({ err: error, userId, signs: signs.length }, 'signs of life were lost');
    }
  });
  return {
    take: (message) => {
      try {
        const { userId, signs, malformed } = readSigns(message);
        if (malformed.length > 0) {
          metrics.countMalformed(malformed.length);
          logger.warn(
            { userId, problems: [...new Set(malformed)] },
            'malformed signs were skipped',
          );
        }
        if (signs.length > 0) queue.add(userId, signs);
      } catch (error) {
        metrics.countMalformed(1);
        const reason = error instanceof MalformedSignsError ? error.message : 'unreadable';
        logger.warn({ reason }, 'a batch of signs is malformed and was skipped');
      }
    },
    idle: () => queue.idle(),
  };
}
