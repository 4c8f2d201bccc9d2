/** A REST call as a phone makes it; the body is JSON both ways. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export interface ApiClient {
  get(path: string): Promise<ApiResponse>;
  /** POST of a meal. */
  submit(body: unknown, headers?: Record<string, string>): Promise<ApiResponse>;
  retry(mealLogId: string, headers?: Record<string, string>): Promise<ApiResponse>;
  /** @param body e.g. `{ items: [{ op: 'remove', index: 0 }] }` */
  correct(mealLogId: string, body: unknown, headers?: Record<string, string>): Promise<ApiResponse>;
  remove(mealLogId: string, headers?: Record<string, string>): Promise<ApiResponse>;
}

export interface ApiClientOptions {
  /** A call that takes longer is rejected; without it nothing but the connection ends a call. */
  readonly timeoutMs?: number;
}

export function apiClient(
  origin: string,
  token: string,
  { timeoutMs }: ApiClientOptions = {},
): ApiClient {
  const call = async (path: string, init: RequestInit = {}): Promise<ApiResponse> => {
    const response = await fetch(new URL(path, origin), {
      ...init,
      ...(timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });
    const text = await response.text();
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    return { status: response.status, headers: response.headers, body };
  };
  return {
    get: (path) => call(path),
    submit: (body, headers) => call('/api/v1/meal-logs/natural', withBody('POST', body, headers)),
    retry: (id, headers = {}) => call(`${pathOf(id)}/retry`, { method: 'POST', headers }),
    correct: (id, body, headers) => call(pathOf(id), withBody('PATCH', body, headers)),
    remove: (id, headers = {}) => call(pathOf(id), { method: 'DELETE', headers }),
  };
}

function pathOf(mealLogId: string): string {
  return `/api/v1/meal-logs/${encodeURIComponent(mealLogId)}`;
}

function withBody(method: string, body: unknown, headers: Record<string, string> = {}) {
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
