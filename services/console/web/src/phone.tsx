import type { ComponentChildren } from 'preact';
import { timeOfDay } from './format.js';
import { useNow, wallClock } from './use-now.js';

/** The device around the app; on a real phone only its content remains. */
export function Phone({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="phone">
      <div class="screen">
        <StatusBar />
        {children}
      </div>
    </div>
  );
}

function StatusBar() {
  const now = useNow(10_000, wallClock);
  return (
    <div class="status-bar" aria-hidden="true">
      <span>{timeOfDay(new Date(now).toISOString())}</span>
      <span class="island" />
      <span class="wordmark">mealwire</span>
    </div>
  );
}
