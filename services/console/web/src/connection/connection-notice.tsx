import type { ConnectionStatus } from '@mealwire/client';
import { explanationOf } from './words.js';

interface ConnectionNoticeProps {
  readonly status: ConnectionStatus;
  readonly onReconnect: () => void;
}

/** Only where the connection has ended for good: what that means, and the way out. */
export function ConnectionNotice({ status, onReconnect }: ConnectionNoticeProps) {
  const explanation = explanationOf(status.state);
  if (explanation === null) return null;
  const { title, text, button, action } = explanation;
  return (
    <section
      class="connection-notice"
      role="alert"
      data-testid="connection-notice"
      data-state={status.state}
      title={status.reason}
    >
      <h2>{title}</h2>
      <p>{text}</p>
      <button
        type="button"
        class="button"
        data-testid="connection-action"
        onClick={action === 'reload' ? () => location.reload() : onReconnect}
      >
        {button}
      </button>
    </section>
  );
}
