import type { ConnectionState } from '@mealwire/client';
import { LABELS } from './words.js';

export function ConnectionPill({ state }: { readonly state: ConnectionState }) {
  return (
    <span class="pill" role="status" data-testid="connection-pill" data-state={state}>
      <span class="pill-dot" aria-hidden="true" />
      {LABELS[state]}
    </span>
  );
}
