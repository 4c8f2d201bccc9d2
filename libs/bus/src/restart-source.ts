import type { JetStreamManager, StreamSource } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { startingWhereItStands } from './stream-source.js';
import type { StreamDeclaration } from './topology.js';

const TIMEOUT_MS = 5_000;

/**
 * Makes the server ask for a stream's source again, at once and from where the stream stands. Safe to
 * call from several processes: what a call that was interrupted left undone, the next one does.
 * @throws Error when nobody answers, or the server refuses.
 */
export async function restartSource(
  nc: NatsConnection,
  jsm: JetStreamManager,
  declared: StreamDeclaration,
): Promise<void> {
  const { name, sources = [] } = declared;
  const { config } = await jsm.streams.info(name);
  const [before] = config.sources ?? [];
  if (before === undefined) {
    // Somebody took it off, and did not get any further.
    for (const source of sources) {
      await putBack(jsm, name, await startingWhereItStands(jsm, declared, source));
    }
  } else if (config.num_replicas > 1) {
    // Another leader begins anew.
    await stepDown(nc, name);
  } else {
    // Nobody else is there to lead. The server finds the place by the last message, as at a start.
    await jsm.streams.update(name, { sources: [] });
    await putBack(jsm, name, before);
  }
}

async function stepDown(nc: NatsConnection, stream: string): Promise<void> {
  const subject = `$JS.API.STREAM.LEADER.STEPDOWN.${stream}`;
  const answer = (await nc.request(subject, '', { timeout: TIMEOUT_MS })).json<{
    readonly error?: { readonly description: string };
  }>();
  if (answer.error !== undefined) throw new Error(answer.error.description);
}

/** Only the source: whoever changes another setting meanwhile must not lose it. */
async function putBack(jsm: JetStreamManager, stream: string, source: StreamSource): Promise<void> {
  const { config } = await jsm.streams.info(stream);
  // Provisioning, or another process, was quicker.
  if ((config.sources ?? []).length > 0) return;
  await jsm.streams.update(stream, { sources: [source] });
}
