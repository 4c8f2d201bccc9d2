import { useState } from 'preact/hooks';
import { recall, remember } from '../device/remembered.js';

const KEY = 'mealwire.user';

/** Who uses the phone: `?user=`, else the one of last time, else alice. */
export function useUser(): [string, (user: string) => void] {
  const [user, setUser] = useState(
    () => new URLSearchParams(location.search).get('user') || recall(KEY) || 'alice',
  );
  function choose(chosen: string): void {
    remember(KEY, chosen);
    const url = new URL(location.href);
    url.searchParams.set('user', chosen);
    history.replaceState(null, '', url);
    setUser(chosen);
  }
  return [user, choose];
}
