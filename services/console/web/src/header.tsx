import { ConnectionDetail } from './connection-detail.js';
import { ConnectionPill } from './connection-pill.js';
import type { SessionView } from './session.js';
import { UserField } from './user-field.js';

interface HeaderProps {
  readonly user: string;
  readonly view: SessionView;
  readonly onUser: (user: string) => void;
  readonly onReconnect: () => void;
}

export function Header({ user, view, onUser, onReconnect }: HeaderProps) {
  return (
    <header class="header">
      <UserField key={user} user={user} onUser={onUser} />
      <div class="connection">
        <ConnectionPill state={view.connection.state} />
        <ConnectionDetail
          key={view.connection.state}
          connection={view.connection}
          lastSignAtMs={view.lastSignAtMs}
          onReconnect={onReconnect}
        />
      </div>
    </header>
  );
}
