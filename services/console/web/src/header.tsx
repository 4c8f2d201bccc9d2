import { useState } from 'preact/hooks';
import { ConnectionDetail } from './connection/connection-detail.js';
import { ConnectionPill } from './connection/connection-pill.js';
import type { Device } from './device/device.js';
import { PulseIcon } from './icons.js';
import { QualityPanel } from './quality/quality-panel.js';
import type { SessionView } from './session/view.js';
import { UserField } from './user/user-field.js';

interface HeaderProps {
  readonly user: string;
  readonly device: Device;
  readonly view: SessionView;
  readonly onUser: (user: string) => void;
  readonly onReconnect: () => void;
}

export function Header({ user, device, view, onUser, onReconnect }: HeaderProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <header class="header">
      <div class="header-row">
        <UserField key={user} user={user} onUser={onUser} />
        <button
          type="button"
          class="quality-toggle"
          data-testid="quality-toggle"
          aria-label="Connection quality"
          aria-expanded={isOpen}
          aria-controls="quality"
          onClick={() => setOpen(!isOpen)}
        >
          <PulseIcon />
        </button>
      </div>
      <div class="connection">
        <ConnectionPill state={view.connection.status.state} />
        <ConnectionDetail
          connection={view.connection}
          lastSignAtMs={view.lastSignAtMs}
          onReconnect={onReconnect}
        />
      </div>
      <div class="fold" id="quality" data-open={isOpen} inert={!isOpen}>
        <QualityPanel quality={view.quality} device={device} />
      </div>
    </header>
  );
}
