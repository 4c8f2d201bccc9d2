import { expect } from 'vitest';
import { type ApiDocument, operationsOf, validatorIn } from './api-document.js';

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  /** Null: none. */
  readonly token?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty for what is no JSON object. */
  readonly body: Record<string, unknown>;
}

export interface DocumentedApi {
  /** Makes a request, and holds the answer against the document. */
  call(operationId: string, path: string, options?: Call): Promise<Answer>;
  /** `<operation> <status>` of every answer that was compared. */
  readonly seen: ReadonlySet<string>;
}

export function documentedApi(document: ApiDocument, origin: string, token: string): DocumentedApi {
  const operations = operationsOf(document);
  const validatorOf = validatorIn(document);
  const seen = new Set<string>();

  async function call(operationId: string, path: string, options: Call = {}): Promise<Answer> {
    const { body, headers = {} } = options;
    const bearer = options.token === undefined ? token : options.token;
    const response = await fetch(new URL(path, origin), {
      method: operations.get(operationId)?.method.toUpperCase() ?? 'GET',
      headers: {
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await readText(response);
    const answer = { status: response.status, headers: response.headers, text, body: parse(text) };
    expectDocumented(operationId, answer);
    return answer;
  }

  function expectDocumented(operationId: string, { status, headers, text }: Answer): void {
    const name = `${operationId} ${status}`;
    const documented = operations.get(operationId)?.responses[status];
    if (documented === undefined) throw new Error(`${name} is not documented: ${text}`);
    seen.add(name);
    for (const header of Object.keys(documented.headers ?? {})) {
      expect(headers.get(header), `${name}: ${header}`).not.toBeNull();
    }
    const [[type, media] = []] = Object.entries(documented.content ?? {});
    if (media === undefined) {
      expect(text, name).toBe('');
      return;
    }
    expect(headers.get('content-type')?.split(';')[0], name).toBe(type);
    const validate = validatorOf(media.schema);
    validate(isEventStream(headers) ? text : JSON.parse(text));
    expect(validate.errors ?? [], `${name}: ${text}`).toEqual([]);
  }

  return { call, seen };
}

/** A stream has no end: its first frame is enough. */
async function readText(response: Response): Promise<string> {
  if (!isEventStream(response.headers)) return response.text();
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

function isEventStream(headers: Headers): boolean {
  return headers.get('content-type') === 'text/event-stream';
}

function parse(text: string): Record<string, unknown> {
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
}
