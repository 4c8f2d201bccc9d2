import {
  type ChangeFrame,
  isChangeFrame,
  isOutcomeFrame,
  type OutcomeFrame,
  type ServerFrame,
  type WelcomeFrame,
} from '@mealwire/contracts';
import type { PhoneMemory } from './memory.js';
import type { Link, LinkEnd, OpenLink, PhoneOptions, SimulatedPhone } from './phone.js';
import { reloadMeals } from './reload-meals.js';

const BASE_DELAY_MS = 100;
const MAX_DELAY_MS = 2_000;

/** Connects, and connects again to a random gateway after whatever ends a connection. */
export function startPhone(
  openLink: OpenLink,
  memory: PhoneMemory,
  options: PhoneOptions,
): SimulatedPhone {
  const { user, device, random, observer } = options;
  let connection = 0;
  let link: Link | undefined;
  let welcomed = false;
  let failures = 0;
  /** When the gateway has asked the phone to come back. */
  let invitedAtMs: number | undefined;
  let timers: NodeJS.Timeout[] = [];
  let hasEvents = false;
  let acknowledged: string | undefined;
  let stopped = false;

  function connect(): void {
    const mine = ++connection;
    const origin = options.origins[Math.floor(random() * options.origins.length)] as string;
    const silence = setTimeout(() => lost({ reason: 'silence' }), options.silenceMs);
    link = openLink(
      { origin, token: options.token, device, cursor: memory.cursor() },
      {
        alive: () => {
          if (mine === connection && link !== undefined) silence.refresh();
        },
        frame: (frame, cursor) => {
          if (mine === connection && link !== undefined) receive(frame, origin, cursor);
        },
        ended: (end) => {
          if (mine === connection && link !== undefined) lost(end);
        },
      },
    );
    timers = [silence, setInterval(ping, options.pingIntervalMs)];
  }

  function ping(): void {
    link?.send({ type: 'ping' });
    const cursor = memory.cursor();
    if (cursor === undefined || cursor === acknowledged) return;
    link?.send({ type: 'ack', cursor });
    acknowledged = cursor;
  }

  function lost(end: LinkEnd, offlineMs?: number): void {
    const former = link;
    link = undefined;
    for (const timer of timers) clearTimeout(timer);
    former?.drop();
    if (former !== undefined) observer.disconnected({ connection, ...end });
    if (stopped) return;
    failures = welcomed ? 0 : failures + 1;
    welcomed = false;
    const delayMs = offlineMs ?? invitation() ?? backoffMs(failures, random);
    invitedAtMs = undefined;
    timers = [setTimeout(connect, delayMs)];
  }

  function invitation(): number | undefined {
    return invitedAtMs === undefined ? undefined : Math.max(0, invitedAtMs - Date.now());
  }

  function receive(frame: ServerFrame, origin: string, cursor: string | undefined): void {
    if (isOutcomeFrame(frame)) receiveOutcome(frame);
    else if (isChangeFrame(frame)) receiveChange(frame);
    else if (frame.type === 'welcome') receiveWelcome(frame, origin);
    else if (frame.type === 'reconnect') {
      invitedAtMs = Date.now() + frame.after_ms;
      timers.push(setTimeout(() => lost({ reason: 'asked to come back' }), frame.after_ms));
    }
    // As an EventSource does: whatever event names an id moves the stream's position.
    if (cursor !== undefined) memory.stand(cursor);
  }

  /** Nobody watches it yet; it has its place in the feed all the same. */
  function receiveChange(frame: ChangeFrame): void {
    memory.keep(frame);
    hasEvents = true;
  }

  function receiveOutcome(frame: OutcomeFrame): void {
    const stood = memory.cursor();
    const isNew = memory.keep(frame);
    // A feed's first event follows nothing, wherever an empty feed's welcome said that it stood.
    const isFirst = frame.prev === null && !hasEvents;
    const follows = stood === undefined ? undefined : isFirst || frame.prev === stood;
    hasEvents = true;
    observer.received({ connection, frame, isNew, follows });
  }

  function receiveWelcome(welcome: WelcomeFrame, origin: string): void {
    welcomed = true;
    observer.welcomed({ connection, origin, welcome });
    memory.welcome(welcome);
    if (!welcome.recovered) void reload(connection);
  }

  async function reload(forConnection: number): Promise<void> {
    const meals = await reloadMeals({ ...options, isStopped: () => stopped });
    if (meals !== undefined) observer.reloaded({ connection: forConnection, meals });
  }

  connect();
  return {
    user,
    device,
    isWelcomed: () => welcomed,
    lose: (offlineMs) => lost({ reason: 'lost by the phone' }, offlineMs),
    stop: () => {
      stopped = true;
      lost({ reason: 'stopped' });
    },
  };
}

/** Exponential with full jitter. */
function backoffMs(failures: number, random: () => number): number {
  return random() * Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** failures);
}
