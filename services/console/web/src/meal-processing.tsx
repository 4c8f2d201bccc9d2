import { seconds } from './format.js';
import { steadyClock, useNow } from './use-now.js';

/** @param sentAtMs null for a meal that was not sent from this page: no time is known then. */
export function MealProcessing({ sentAtMs }: { readonly sentAtMs: number | null }) {
  const nowMs = useNow(100, steadyClock);
  return (
    <div class="processing">
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
        Processing
        {sentAtMs !== null && (
          <span class="elapsed" aria-hidden="true">
            {seconds(Math.max(0, nowMs - sentAtMs))}
          </span>
        )}
      </p>
    </div>
  );
}
