import { asyncApi, channelOf } from './documented.js';

/** Who listens where, without the subjects of replies. */
export interface Subscription {
  readonly user: string;
  readonly channel: string;
  readonly queue: string | undefined;
}

interface ConnectionsReport {
  readonly connections: readonly {
    readonly authorized_user: string;
    readonly subscriptions_list_detail?: readonly {
      readonly subject: string;
      readonly qgroup?: string;
    }[];
  }[];
}

/** What the server says of the services that run, each subscription once. */
export async function runningSubscriptions(monitorUrl: string): Promise<readonly Subscription[]> {
  const response = await fetch(`${monitorUrl}/connz?subs=detail&auth=1`);
  const { connections } = (await response.json()) as ConnectionsReport;
  return unique(
    connections
      .filter(({ authorized_user: user }) => user !== 'admin')
      .flatMap(({ authorized_user: user, subscriptions_list_detail: subscriptions = [] }) =>
        subscriptions
          .filter(({ subject }) => !subject.startsWith('_INBOX_'))
          .map(({ subject, qgroup }) => ({
            user,
            channel: channelOf(subject) ?? `undocumented ${subject}`,
            queue: qgroup,
          })),
      ),
  );
}

export function describedSubscriptions(): readonly Subscription[] {
  return unique(
    Object.values(asyncApi.operations).flatMap((operation) => {
      const user = operation['x-nats-user'];
      const isRead = operation['x-jetstream'] !== undefined;
      if (user === undefined || operation.action !== 'receive' || isRead) return [];
      const channel = operation.channel.$ref.replace('#/channels/', '');
      return [{ user, channel, queue: operation.bindings?.nats?.queue }];
    }),
  );
}

function unique(subscriptions: readonly Subscription[]): readonly Subscription[] {
  const byKey = new Map(subscriptions.map((s) => [`${s.user} ${s.channel} ${s.queue}`, s]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, subscription]) => subscription);
}
