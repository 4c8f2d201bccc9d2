import type { JetStreamManager, StoredMsg, StreamSource } from '@nats-io/jetstream';
import type { StreamDeclaration } from './topology.js';

/** Set by the server on what it sourced: `<stream> <sequence there> <filters> <destinations> …`. */
const STREAM_SOURCE = 'Nats-Stream-Source';
/** Between the filters, and between the destinations, in that header. */
const FORM_FEED = '\f';
const NS_PER_MS = 1_000_000;

/** What the server tells sources apart by, as in the header: another filter, another source. */
function identityOf({ name, subject_transforms: transforms = [] }: StreamSource): string {
  const filters = transforms.map(({ src }) => src).join(FORM_FEED);
  const destinations = transforms.map(({ dest }) => dest).join(FORM_FEED);
  return [name, filters, destinations].join(' ');
}

export function isSameSource(a: StreamSource, b: StreamSource): boolean {
  return identityOf(a) === identityOf(b);
}

/** Whether the last message of the stream came from it: then the server knows by itself where it was. */
export async function isContinued(
  jsm: JetStreamManager,
  stream: string,
  source: StreamSource,
): Promise<boolean> {
  const last = await lastMessage(jsm, stream);
  return last !== undefined && originOf(last).identity === identityOf(source);
}

/**
 * A source for a stream that has none right now, and where it has to begin: behind the last message
 * that was sourced; with all that the stream would keep, when there is none. No start is written down
 * that the server finds by itself: it would count again whenever the stream is empty.
 */
export async function startingWhereItStands(
  jsm: JetStreamManager,
  { name, max_age: maxAgeNs = 0 }: Pick<StreamDeclaration, 'name' | 'max_age'>,
  source: StreamSource,
): Promise<StreamSource> {
  const last = await lastMessage(jsm, name);
  if (last === undefined) {
    const oldest = new Date(Date.now() - maxAgeNs / NS_PER_MS);
    return { ...source, opt_start_time: oldest.toISOString() };
  }
  const { identity, sequence } = originOf(last);
  if (!(sequence > 0)) throw new Error(`${name}: its last message does not say where it is from`);
  return identity === identityOf(source) ? source : { ...source, opt_start_seq: sequence + 1 };
}

interface Origin {
  readonly identity: string;
  readonly sequence: number;
}

function originOf(message: StoredMsg): Origin {
  const [stream, sequence, ...filters] = message.header.get(STREAM_SOURCE).split(' ');
  return { identity: [stream, ...filters.slice(0, 2)].join(' '), sequence: Number(sequence) };
}

async function lastMessage(jsm: JetStreamManager, stream: string): Promise<StoredMsg | undefined> {
  const last = await jsm.streams.getMessage(stream, { last_by_subj: '>' });
  return last ?? undefined;
}
