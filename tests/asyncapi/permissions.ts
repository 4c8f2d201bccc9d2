import { type NatsConnection, PermissionViolationError } from '@nats-io/transport-node';
import { asyncApi } from './documented.js';

/** Channels by what a NATS user may do with them directly, without JetStream's subjects. */
export interface Permitted {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

export function documentedChannels(user: string): Permitted {
  const operations = Object.values(asyncApi.operations).filter(
    (operation) => operation['x-nats-user'] === user && operation['x-jetstream'] === undefined,
  );
  const channels = (action: 'send' | 'receive'): readonly string[] =>
    operations
      .filter((operation) => operation.action === action)
      .map(({ channel }) => channel.$ref.replace('#/channels/', ''))
      .sort();
  return { publish: channels('send'), subscribe: channels('receive') };
}

/** Tries every channel with a NATS address; what the server refuses comes back as an error. */
export async function permittedChannels(nc: NatsConnection): Promise<Permitted> {
  const channels = natsChannels();
  const refused = new Set<string>();
  void (async () => {
    for await (const status of nc.status()) {
      if (status.type === 'error' && status.error instanceof PermissionViolationError) {
        refused.add(`${status.error.operation} ${status.error.subject}`);
      }
    }
  })();
  for (const { subject, filter } of channels) {
    // The refusal is read from the connection's status.
    nc.subscribe(filter, { callback: () => undefined });
    nc.publish(subject, '{}');
  }
  // The server answers in order: after the second round trip every refusal has been read.
  await nc.flush();
  await nc.flush();
  const permitted = (operation: string, subjectOf: (channel: NatsChannel) => string): string[] =>
    channels
      .filter((channel) => !refused.has(`${operation} ${subjectOf(channel)}`))
      .map(({ key }) => key)
      .sort();
  return {
    publish: permitted('publish', ({ subject }) => subject),
    subscribe: permitted('subscription', ({ filter }) => filter),
  };
}

interface NatsChannel {
  readonly key: string;
  readonly subject: string;
  readonly filter: string;
}

function natsChannels(): readonly NatsChannel[] {
  return Object.entries(asyncApi.channels).flatMap(([key, { address }]) =>
    address === null || address.startsWith('/')
      ? []
      : [
          {
            key,
            subject: address.replaceAll(/\{[^}]+\}/g, 'x'),
            filter: address.replaceAll(/\{[^}]+\}/g, '*'),
          },
        ],
  );
}
