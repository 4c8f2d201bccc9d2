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
    submit: (body, headers = {}) =>
      call('/api/v1/meal-logs/natural', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
