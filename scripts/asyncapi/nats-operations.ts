import type { JetStreamConfig } from './jetstream-config.js';
import type { NatsChannel, Operation, Operations } from './model.js';
import type { NatsUser } from './nats-conf.js';
import { covers, wildcardsOf } from './subject-patterns.js';

/** Subjects of the client's protocol with JetStream, and of replies: no channels of ours. */
const PLUMBING = /^(\$JS\.|_INBOX_)/;

/** What each NATS user may do with the channels, derived from the permissions of nats.conf. */
export function natsOperations(
  users: ReadonlyMap<string, NatsUser>,
  channels: readonly NatsChannel[],
  jetStream: JetStreamConfig,
): Operations {
  refuseUndocumented(users, channels);
  const operations = [...users].flatMap(([user, rights]) =>
    channels.flatMap((channel) => [
      ...publishing(user, rights, channel),
      ...subscribing(user, rights, channel),
      ...reading(user, rights, channel, jetStream),
    ]),
  );
  return Object.fromEntries(operations);
}

type Named = [name: string, operation: Operation];

function publishing(user: string, rights: NatsUser, channel: NatsChannel): Named[] {
  if (!allows(rights.publish, channel)) return [];
  return [named(user, 'send', channel, replyOf(channel))];
}

function subscribing(user: string, rights: NatsUser, channel: NatsChannel): Named[] {
  if (!allows(rights.subscribe, channel)) return [];
  const { queue } = channel;
  const nats =
    queue === undefined ? {} : { bindings: { nats: { queue, bindingVersion: '0.1.0' } } };
  return [named(user, 'receive', channel, { ...nats, ...replyOf(channel) })];
}

/** Reading what a stream has stored, through a consumer or by a Direct Get. */
function reading(
  user: string,
  rights: NatsUser,
  channel: NatsChannel,
  { consumers }: JetStreamConfig,
): Named[] {
  const { stream } = channel;
  if (stream === undefined) return [];
  const may = (subject: string): boolean => rights.publish.some((right) => covers(right, subject));
  const pulled = Object.entries(consumers)
    .filter(([name]) => may(`$JS.API.CONSUMER.MSG.NEXT.${stream}.${name}`))
    .filter(([, { config }]) => {
      const { filter_subject: one, filter_subjects: several = one === undefined ? [] : [one] } =
        config as { filter_subject?: string; filter_subjects?: readonly string[] };
      const address = wildcardsOf(channel.address ?? '');
      return several.length === 0 || several.some((filter) => covers(filter, address));
    })
    .map(([name]) => `consumer ${name}`);
  const direct = [`$JS.API.DIRECT.GET.${stream}`, `$JS.API.DIRECT.GET.${stream}.*`];
  const ways = [
    ...pulled,
    ...(direct.some(may) ? ['direct get'] : []),
    ...(may(`$JS.API.CONSUMER.CREATE.${stream}.*`) ? ['ordered consumers'] : []),
  ];
  if (ways.length === 0) return [];
  return [named(user, 'receive', channel, { 'x-jetstream': { stream, by: ways } }, 'read')];
}

function named(
  user: string,
  action: 'send' | 'receive',
  channel: NatsChannel,
  more: Readonly<Record<string, unknown>>,
  verb: string = action,
): Named {
  const operation = { action, channel, messages: channel.messages };
  return [
    `${user}.${verb}.${channel.key}`,
    { ...operation, more: { 'x-nats-user': user, ...more } },
  ];
}

function replyOf({ reply }: NatsChannel): Readonly<Record<string, unknown>> {
  return reply === undefined ? {} : { reply: { channel: reply, messages: reply.messages } };
}

function allows(patterns: readonly string[], { address }: NatsChannel): boolean {
  return address !== null && patterns.some((pattern) => covers(pattern, wildcardsOf(address)));
}

/** A right to something that no channel describes is a hole in the document. */
function refuseUndocumented(
  users: ReadonlyMap<string, NatsUser>,
  channels: readonly NatsChannel[],
): void {
  for (const [user, { publish, subscribe }] of users) {
    for (const pattern of [...publish, ...subscribe]) {
      if (PLUMBING.test(pattern) || channels.some((channel) => allows([pattern], channel)))
        continue;
      throw new Error(`${user} has a right to ${pattern}, which no channel describes`);
    }
  }
}
