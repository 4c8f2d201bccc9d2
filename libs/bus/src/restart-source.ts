import type { JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { startOf } from './provision-stream.js';
import type { StreamDeclaration } from './topology.js';

const TIMEOUT_MS = 5_000;

/**
 * Makes the server ask for a stream's source again, at once and from where the stream stands. Safe to
 * call twice, and from several processes: what a call that was interrupted left undone, the next does.
 * @throws Error when nobody answers, or the server refuses.
 */
export async function restartSource(
  nc: NatsConnection,
  jsm: JetStreamManager,
  declared: StreamDeclaration,
): Promise<void> {
  const { config } = await jsm.streams.info(declared.name);
  // Another leader begins anew. A single server has nobody else to lead.
  if (config.num_replicas > 1) await stepDown(nc, declared.name);
  else await takeOffAndPutBack(jsm, declared);
}

async function stepDown(nc: NatsConnection, stream: string): Promise<void> {
  const subject = `$JS.API.STREAM.LEADER.STEPDOWN.${stream}`;
  const answer = (await nc.request(subject, '', { timeout: TIMEOUT_MS })).json<{
    readonly error?: { readonly description: string };
  }>();
  if (answer.error !== undefined) throw new Error(answer.error.description);
}

/** The server then finds the place by what it sourced last, as it does when it starts. */
async function takeOffAndPutBack(
  jsm: JetStreamManager,
  { name, sources = [] }: StreamDeclaration,
): Promise<void> {
  const { config } = await jsm.streams.info(name);
  const before = config.sources ?? [];
  if (before.length > 0) {
    await jsm.streams.update(name, { ...config, sources: [] });
    await jsm.streams.update(name, { ...config, sources: before });
    return;
  }
  // Somebody took it off, and did not get any further.
  const start = await startOf(jsm, config);
  const put = sources.map((source) => ({ ...source, ...start }));
  await jsm.streams.update(name, { ...config, sources: put });
}
