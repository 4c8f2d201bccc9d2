import { JetStreamApiError, type JetStreamManager, type StreamConfig } from '@nats-io/jetstream';
import { isContinued, isSameSource, startingWhereItStands } from './stream-source.js';
import type { StreamDeclaration } from './topology.js';

/** "stream not found" and "consumer not found" of the JetStream API. */
const NOT_FOUND_STATUS = 404;

/** @returns whether the stream was created. */
export async function provisionStream(
  jsm: JetStreamManager,
  declared: StreamDeclaration,
): Promise<boolean> {
  if (!(await exists(() => jsm.streams.info(declared.name)))) {
    await jsm.streams.add(declared);
    return true;
  }
  const { config } = await jsm.streams.info(declared.name);
  await jsm.streams.update(declared.name, {
    ...declared,
    ...(await sourcesOf(jsm, declared, config)),
  });
  return false;
}

export async function exists(info: () => Promise<unknown>): Promise<boolean> {
  try {
    await info();
    return true;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.status === NOT_FOUND_STATUS) return false;
    throw error;
  }
}

/**
 * A source whose filters change counts as a new one for the server (2.14): it would read all of
 * MEAL_LOG again, and every outcome would be in the feed twice. So the old source is taken off, and
 * the new one starts where it stood. Interrupted in between, the next run goes on from the same
 * place: nothing is left out.
 */
async function sourcesOf(
  jsm: JetStreamManager,
  declared: StreamDeclaration,
  current: StreamConfig,
): Promise<Pick<StreamDeclaration, 'sources'>> {
  const [source, ...others] = declared.sources ?? [];
  if (source === undefined) return {};
  if (others.length > 0)
    throw new Error(`${declared.name}: one source is all that is provided for`);
  const [before] = current.sources ?? [];
  if (before !== undefined && isSameSource(before, source)) {
    // Where it once started counts until something has come from there: the server may restart.
    const kept = await isContinued(jsm, declared.name, source);
    return { sources: [kept ? source : { ...before, ...source }] };
  }
  if (before !== undefined) await jsm.streams.update(declared.name, { ...declared, sources: [] });
  return { sources: [await startingWhereItStands(jsm, declared, source)] };
}
