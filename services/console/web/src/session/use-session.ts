import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Device } from '../device/device.js';
import { createSession, type Session } from './session.js';

/** The session of this user; changing the user ends the one before. */
export function useSession(user: string, device: Device): Session {
  const session = useMemo(() => createSession(user, device), [user, device]);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const unsubscribe = session.subscribe(() => redraw(undefined));
    session.start();
    return () => {
      unsubscribe();
      session.stop();
    };
  }, [session]);
  return session;
}
