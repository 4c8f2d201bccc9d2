import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request for a chat completion, as far as tests look at it. */
export interface ModelRequest {
  readonly authorization: string | undefined;
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly responseFormat: unknown;
  /** What the last JSON message of the user has as `meal_text`. */
  readonly mealText: string;
  /** Everything that was sent. */
  readonly body: string;
}

/** What the server does with one request. */
export type ModelBehaviour =
  /** An answer; an object is sent as JSON. */
  | { readonly content: unknown; readonly finishReason?: string; readonly delayMs?: number }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Takes the request and never answers. */
  | 'silence'
  /** Ends the connection in the middle of the answer. */
  | 'cut';

export type ModelScript = ModelBehaviour | ((request: ModelRequest) => ModelBehaviour);

export interface ModelServer {
  /** Up to `/v1`. */
  readonly baseUrl: string;
  readonly requests: readonly ModelRequest[];
  /** The first request from now on gets the first of them, and so on; the last one is repeated. */
  behave(...scripts: readonly ModelScript[]): void;
  /** Gone, like a server that is down: connections are refused. Safe to call again. */
  stop(): Promise<void>;
}

/** What every answer says that it has cost. */
export const MODEL_USAGE = { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 };

/** A real HTTP server that plays an OpenAI-compatible API, well or badly. */
export async function startModelServer(...scripts: readonly ModelScript[]): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let queue: readonly ModelScript[] = scripts;
  const server = createServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      requests.push(request);
      const [script = { status: 500 }, ...rest] = queue;
      if (rest.length > 0) queue = rest;
      perform(typeof script === 'function' ? script(request) : script, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    behave: (...next) => {
      queue = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function perform(behaviour: ModelBehaviour, response: ServerResponse): void {
  if (behaviour === 'silence') return;
  if (behaviour === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"id":"cut","choices":[{"mess', () => response.destroy());
    return;
  }
  if ('status' in behaviour) {
    const error = { error: { message: 'not now', type: 'error', param: null, code: null } };
    response.writeHead(behaviour.status, {
      'content-type': 'application/json',
      ...behaviour.headers,
    });
    response.end(JSON.stringify(error));
    return;
  }
  const { content, finishReason = 'stop', delayMs = 0 } = behaviour;
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const message = { role: 'assistant', content: text };
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 'completion',
        object: 'chat.completion',
        created: 0,
        model: 'played',
        choices: [{ index: 0, message, finish_reason: finishReason }],
        usage: MODEL_USAGE,
      }),
    );
  }, delayMs);
}

async function readRequest(incoming: IncomingMessage): Promise<ModelRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const parsed = JSON.parse(body) as {
    readonly model: string;
    readonly messages: ModelRequest['messages'];
    readonly response_format?: unknown;
  };
  return {
    authorization: incoming.headers.authorization,
    model: parsed.model,
    messages: parsed.messages,
    responseFormat: parsed.response_format,
    mealText: mealTextOf(parsed.messages),
    body,
  };
}

function mealTextOf(messages: ModelRequest['messages']): string {
  const first = messages.find(({ role }) => role === 'user');
  return (JSON.parse(first?.content ?? '{}') as { meal_text?: string }).meal_text ?? '';
}
