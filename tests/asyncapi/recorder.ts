import type { Bus } from '@mealwire/bus';
import type { MsgHdrs } from '@nats-io/transport-node';
import { asyncApi, channelOf, matches, messagesOf, problems, type Recorded } from './documented.js';

/** Collects what goes over the wire and says of each message which documented one it is. */
export interface Recorder {
  record(channel: string, message: Recorded): void;
  recordNats(message: NatsMessage): void;
  /** Everything that the document does not know. */
  readonly undocumented: readonly string[];
  /** `channel/message` of everything that was seen. */
  readonly seen: ReadonlySet<string>;
}

export interface NatsMessage {
  readonly subject: string;
  readonly headers?: MsgHdrs | undefined;
  readonly data: Uint8Array;
}

export function createRecorder(): Recorder {
  const undocumented: string[] = [];
  const seen = new Set<string>();
  const record: Recorder['record'] = (channel, message) => {
    const found = matches(channel, message);
    for (const name of found) seen.add(`${channel}/${name}`);
    if (found.length !== 1) undocumented.push(complaint(channel, message, found));
  };
  return {
    record,
    recordNats: (message) => {
      const channel = channelOf(message.subject);
      if (channel === undefined) undocumented.push(`no channel for ${message.subject}`);
      else record(channel, natsMessage(message));
    },
    undocumented,
    seen,
  };
}

/** `channel/message` of everything in the document. */
export function documentedMessages(): readonly string[] {
  return Object.keys(asyncApi.channels).flatMap((channel) =>
    messagesOf(channel).map((name) => `${channel}/${name}`),
  );
}

/** Everything that is published, the traffic of clients with JetStream and replies apart. */
export function recordAllSubjects(admin: Bus, recorder: Recorder): void {
  admin.nc.subscribe('>', {
    callback: (error, message) => {
      if (error !== null) throw error;
      if (/^(\$JS\.|_INBOX_)/.test(message.subject)) return;
      recorder.recordNats(message);
    },
  });
}

export function natsMessage({ data, headers }: Omit<NatsMessage, 'subject'>): Recorded {
  return {
    payload: data.length === 0 ? null : (JSON.parse(new TextDecoder().decode(data)) as unknown),
    headers: headerValues(headers),
  };
}

function headerValues(headers: MsgHdrs | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries((headers?.keys() ?? []).map((key) => [key, headers?.get(key) ?? '']));
}

function complaint(channel: string, message: Recorded, found: readonly string[]): string {
  const why =
    found.length > 1
      ? `is several: ${found.join(', ')}`
      : messagesOf(channel)
          .map((name) => `${name}: ${problems(name, message)}`)
          .join('\n    ');
  return `${channel}: ${JSON.stringify(message).slice(0, 400)}\n    ${why}`;
}
