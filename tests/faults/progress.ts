import type { SimulatedPhone } from '@mealwire/testkit';
import type { History } from './history.js';
import { judge } from './judge.js';
import { faultName } from './report.js';

const EVERY_MS = 10_000;

/** A line every ten seconds, so that a person sees that something happens, and what. */
export function startProgress(
  { happenings }: History,
  phones: readonly SimulatedPhone[],
  print: (line: string) => void,
): { stop(): void } {
  let reported = 0;
  const timer = setInterval(() => {
    const { accepted, delivered, owed, rawDuplicates } = judge(happenings);
    const fresh = happenings.slice(reported);
    reported = happenings.length;
    const faults = fresh.flatMap((h) => (h.kind === 'fault' ? [faultName(h.fault)] : []));
    const connected = phones.filter((phone) => phone.isWelcomed()).length;
    const seconds = Math.round((happenings.at(-1)?.ms ?? 0) / 1000);
    print(
      `${String(seconds).padStart(5)} s | accepted ${accepted} | owed ${owed - delivered} | ` +
        `raw duplicates ${rawDuplicates} | connected ${connected}/${phones.length} | ` +
        `${faults.join(', ') || 'no faults'}`,
    );
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
