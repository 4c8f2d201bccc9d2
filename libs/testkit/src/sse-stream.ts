import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';

/** One server-sent event. */
export interface SseEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
}

export interface SseStream {
  readonly status: number;
  readonly events: readonly SseEvent[];
  /** Comment lines, e.g. heartbeats. */
  readonly comments: readonly string[];
  /** Resolves when the server ends it, or the line breaks. */
  readonly ended: Promise<void>;
  close(): void;
}

/** A client of an event stream, as plain as they come. Resolves with the answer's head. */
export async function openSseStream(
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<SseStream> {
  const request = get(url, { headers: { accept: 'text/event-stream', ...headers } });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
  const events: SseEvent[] = [];
  const comments: string[] = [];
  let fields: Record<string, string> = {};
  const lines = createInterface({ input: response });
  // A line that breaks is an end like any other; see `ended`.
  lines.on('error', () => undefined);
  lines.on('line', (line) => {
    if (line.startsWith(':')) return void comments.push(line);
    if (line !== '') {
      const colon = line.indexOf(': ');
      fields[line.slice(0, colon)] = line.slice(colon + 2);
      return;
    }
    const { id, event = 'message', data = '' } = fields as Partial<Record<keyof SseEvent, string>>;
    events.push({ id, event, data });
    fields = {};
  });
  response.on('error', () => undefined);
  return {
    status: response.statusCode ?? 0,
    events,
    comments,
    ended: new Promise((resolve) => response.once('close', () => resolve())),
    close: () => request.destroy(),
  };
}
