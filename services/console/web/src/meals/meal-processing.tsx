import { seconds } from '../format.js';
import { steadyClock, useNow } from '../use-now.js';
import type { Stage } from './stage.js';

interface MealProcessingProps {
  readonly stage: Stage;
  /** Null for a meal that was not sent from this page: no time is known then. */
  readonly sentAtMs: number | null;
}

export function MealProcessing({ stage, sentAtMs }: MealProcessingProps) {
  const nowMs = useNow(100, steadyClock);
  return (
    <div class="processing" data-testid="meal-stage" data-stage={stage.name}>
      <div class="skeleton" aria-hidden="true">
        <span />
        <span />
      </div>
      <p class="processing-label">
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {stage.label}
        {stage.isPolled && (
          <span
            class="polling"
            data-testid="polling-hint"
            title="The live connection is away: the result is asked for over HTTP until it is back."
          >
            Polling
          </span>
        )}
        {sentAtMs !== null && (
          <span class="elapsed" aria-hidden="true">
            {seconds(Math.max(0, nowMs - sentAtMs))}
          </span>
        )}
      </p>
    </div>
  );
}
