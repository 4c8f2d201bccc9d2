import { useState } from 'preact/hooks';
import { ConnectionNotice } from './connection/connection-notice.js';
import type { Device } from './device/device.js';
import { Header } from './header.js';
import { Composer, type Draft } from './meals/composer.js';
import type { Meal } from './meals/meal.js';
import { MealList } from './meals/meal-list.js';
import { Phone } from './phone.js';
import { useSession } from './session/use-session.js';
import { useUser } from './user/use-user.js';

export function App({ device }: { readonly device: Device }) {
  const [user, chooseUser] = useUser();
  const [draft, setDraft] = useState<Draft>({ text: '' });
  const session = useSession(user, device);
  const view = session.view();

  function edit(meal: Meal): void {
    session.discard(meal.id);
    setDraft({ text: meal.text });
  }

  return (
    <main class="desk">
      <section class="caption">
        <h1>Mealwire</h1>
        <p class="claim">Say what you ate. The rest comes to you.</p>
        <ul class="hints">
          <li>Open a second window as the same user: both phones get the result.</li>
          <li>Put a result right, or delete it: the other window follows at once.</li>
          <li>Go offline and log a meal: it waits, also through a reload, and is sent once.</li>
          <li>Log one elsewhere meanwhile, come back: nothing is lost, nothing comes twice.</li>
        </ul>
      </section>
      <Phone>
        <Header
          user={user}
          device={device}
          view={view}
          onUser={chooseUser}
          onReconnect={session.reconnect}
        />
        <ConnectionNotice status={view.connection.status} onReconnect={session.reconnect} />
        <MealList
          key={user}
          view={view}
          changes={session.changes}
          onEdit={edit}
          onReload={session.reload}
        />
        <Composer draft={draft} onSend={session.send} />
        <p class="visually-hidden" aria-live="polite" data-testid="announcement">
          {view.announcement}
        </p>
      </Phone>
    </main>
  );
}
