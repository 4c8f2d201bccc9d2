import { type PhoneKind, type SimulatedPhone, startSimulatedPhone } from '@mealwire/testkit';
import type { History } from './history.js';
import { randomStream } from './random.js';
import type { Eater } from './workload.js';

export interface FleetOptions {
  readonly eaters: readonly Eater[];
  /** The devices of every user. */
  readonly kinds: readonly PhoneKind[];
  readonly origins: readonly string[];
  readonly seed: number;
  readonly history: History;
}

const PING_INTERVAL_MS = 1_000;
const SILENCE_MS = 4_000;

/** Every user's phones, each telling the history what it sees. */
export function startFleet(options: FleetOptions): SimulatedPhone[] {
  return options.eaters.flatMap((eater) =>
    options.kinds.map((kind, i) =>
      startOne(options, eater, kind, `${eater.user}/${kind}-${i + 1}`),
    ),
  );
}

function startOne(
  { origins, seed, history }: FleetOptions,
  { user, token }: Eater,
  kind: PhoneKind,
  device: string,
): SimulatedPhone {
  const who = { user, device };
  history.record({ kind: 'device', ...who, phone: kind });
  return startSimulatedPhone(kind, {
    ...who,
    token,
    origins,
    random: randomStream(seed, `phone ${device}`),
    pingIntervalMs: PING_INTERVAL_MS,
    silenceMs: SILENCE_MS,
    observer: {
      welcomed: ({ connection, origin, welcome: { recovered, replayed, cursor } }) =>
        history.record({
          ...{ kind: 'welcomed', ...who, connection, gateway: origin },
          ...{ recovered, replayed, cursor },
        }),
      received: ({ connection, frame, isNew, follows = null }) =>
        history.record({
          ...{ kind: 'received', ...who, connection, isNew, follows },
          ...{ event: frame.id, meal: frame.meal_log_id, type: frame.type },
          ...{ cursor: frame.cursor, prev: frame.prev },
        }),
      disconnected: (end) => history.record({ kind: 'disconnected', ...who, ...end }),
      reloaded: (seen) => history.record({ kind: 'reloaded', ...who, ...seen }),
    },
  });
}
