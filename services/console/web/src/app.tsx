import { Composer } from './composer.js';
import { Header } from './header.js';
import { MealList } from './meal-list.js';
import { Phone } from './phone.js';
import { useSession } from './use-session.js';
import { useUser } from './use-user.js';

export function App() {
  const [user, chooseUser] = useUser();
  const session = useSession(user);
  const view = session.view();
  return (
    <main class="desk">
      <section class="caption">
        <h1>Mealwire</h1>
        <p class="claim">Say what you ate. The rest comes to you.</p>
        <ul class="hints">
          <li>Open a second window as the same user: both phones get the result.</li>
          <li>
            Go offline, log a meal elsewhere, come back: nothing is lost, nothing comes twice.
          </li>
        </ul>
      </section>
      <Phone>
        <Header user={user} view={view} onUser={chooseUser} onReconnect={session.reconnect} />
        <MealList key={user} view={view} onResend={session.resend} onReload={session.reload} />
        <Composer onSend={session.send} />
        <p class="visually-hidden" aria-live="polite" data-testid="announcement">
          {view.announcement}
        </p>
      </Phone>
    </main>
  );
}
