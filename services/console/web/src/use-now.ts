import { useEffect, useState } from 'preact/hooks';

/** Redraws the component every `intervalMs` with the current reading of `clock`. */
export function useNow(intervalMs: number, clock: () => number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs, clock]);
  return now;
}

export function wallClock(): number {
  return Date.now();
}

/** The one that does not jump: for durations. */
export function steadyClock(): number {
  return performance.now();
}
