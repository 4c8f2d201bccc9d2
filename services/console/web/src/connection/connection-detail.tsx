import { steadyClock, useNow } from '../use-now.js';
import type { ConnectionView } from './connection-view.js';
import { detailOf } from './words.js';

interface ConnectionDetailProps {
  readonly connection: ConnectionView;
  /** Milliseconds of `performance.now()`; null before the first. */
  readonly lastSignAtMs: number | null;
  readonly onReconnect: () => void;
}

/** When the gateway was last heard, or what is being done about it. */
export function ConnectionDetail(props: ConnectionDetailProps) {
  const { connection, lastSignAtMs, onReconnect } = props;
  const { state, reason } = connection.status;
  // What has just happened may be newer than the last tick of the clock.
  const nowMs = Math.max(useNow(500, steadyClock), lastSignAtMs ?? 0);
  const heardMsAgo = lastSignAtMs === null ? null : nowMs - lastSignAtMs;
  return (
    <span class="connection-detail" data-testid="connection-detail" title={reason}>
      {detailOf(connection, heardMsAgo, nowMs)}
      {(state === 'backoff' || state === 'offline') && (
        <button type="button" class="link" data-testid="try-now" onClick={onReconnect}>
          Try now
        </button>
      )}
    </span>
  );
}
