import {
  JetStreamApiError,
  type JetStreamManager,
  type StoredMsg,
  type StreamConfig,
  type StreamSource,
} from '@nats-io/jetstream';
import type { StreamDeclaration } from './topology.js';

/** "stream not found" and "consumer not found" of the JetStream API. */
const NOT_FOUND_STATUS = 404;
/** Set by the server on what it sourced: `<stream> <sequence there> <filters> …`. */
const STREAM_SOURCE = 'Nats-Stream-Source';
const NS_PER_MS = 1_000_000;

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
  // Where it once started stays: after a restart of the server with nothing in the stream it counts.
  if (before !== undefined && sameFilters(before, source))
    return { sources: [{ ...before, ...source }] };
  if (before !== undefined) await jsm.streams.update(declared.name, { ...declared, sources: [] });
  return { sources: [{ ...source, ...(await startOf(jsm, declared)) }] };
}

function sameFilters(a: StreamSource, b: StreamSource): boolean {
  const filters = ({ name, subject_transforms: transforms = [] }: StreamSource): string =>
    JSON.stringify([name, transforms.map(({ src, dest }) => [src, dest])]);
  return filters(a) === filters(b);
}

/** Behind the last message that was sourced; all that the stream would keep, when there is none. */
export async function startOf(
  jsm: JetStreamManager,
  { name, max_age: maxAgeNs = 0 }: Pick<StreamDeclaration, 'name' | 'max_age'>,
): Promise<Pick<StreamSource, 'opt_start_seq' | 'opt_start_time'>> {
  const last = await lastMessage(jsm, name);
  if (last === undefined) {
    return { opt_start_time: new Date(Date.now() - maxAgeNs / NS_PER_MS).toISOString() };
  }
  const sequence = Number(last.header.get(STREAM_SOURCE).split(' ')[1]);
  if (!(sequence > 0)) throw new Error(`${name}: its last message does not say where it is from`);
  return { opt_start_seq: sequence + 1 };
}

async function lastMessage(jsm: JetStreamManager, stream: string): Promise<StoredMsg | undefined> {
  const last = await jsm.streams.getMessage(stream, { last_by_subj: '>' });
  return last ?? undefined;
}
