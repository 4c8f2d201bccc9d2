import type { ConnectionState } from '@mealwire/client';

const LABELS: Readonly<Record<ConnectionState, string>> = {
  idle: 'Idle',
  connecting: 'Connecting',
  verifying: 'Verifying',
  live: 'Connected',
  backoff: 'Reconnecting',
  closed: 'Closed',
};

export function ConnectionPill({ state }: { readonly state: ConnectionState }) {
  return (
    <span class="pill" role="status" data-testid="connection-pill" data-state={state}>
      <span class="pill-dot" aria-hidden="true" />
      {LABELS[state]}
    </span>
  );
}
