/** Something the person who started the stack can do something about. */
export class StackError extends Error {
  override readonly name = 'StackError';
  /** What to do now. */
  readonly remedy: string;

  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(problem, options);
    this.remedy = remedy;
  }
}
