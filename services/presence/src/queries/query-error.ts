/** A question that gets an error as its answer; the text is for whoever asked. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  /** 400: the question is wrong; 503: ask again later. */
  readonly code: 400 | 503;

  constructor(code: 400 | 503, message: string) {
    super(message);
    this.code = code;
  }
}
