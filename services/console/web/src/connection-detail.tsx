import type { ConnectionStatus } from '@mealwire/client';
import { useState } from 'preact/hooks';
import { ago } from './format.js';
import { useNow, wallClock } from './use-now.js';

interface ConnectionDetailProps {
  readonly connection: ConnectionStatus;
  readonly lastSignAtMs: number | null;
  readonly onReconnect: () => void;
}

/** When the gateway was last heard, or why it is not; a new instance for each state. */
export function ConnectionDetail(props: ConnectionDetailProps) {
  const { connection, lastSignAtMs, onReconnect } = props;
  const [sinceMs] = useState(wallClock);
  const nowMs = useNow(1_000, wallClock);
  if (connection.state === 'backoff' || connection.state === 'closed') {
    const leftS = Math.ceil(((connection.retryInMs ?? 0) - (nowMs - sinceMs)) / 1_000);
    const reason = connection.reason ?? '';
    return (
      <span class="connection-detail" data-testid="connection-detail" title={reason}>
        {connection.state === 'closed' ? reason : leftS > 0 && `Next try in ${leftS} s`}
        <button type="button" class="link" onClick={onReconnect}>
          Try now
        </button>
      </span>
    );
  }
  const heard = lastSignAtMs === null ? 'not heard yet' : ago(Math.max(0, nowMs - lastSignAtMs));
  return (
    <span class="connection-detail" data-testid="connection-detail">
      Last sign of life: {heard}
    </span>
  );
}
