import { DatabaseError } from '../database/database-error.js';

const SQLSTATE_HINTS: Readonly<Record<string, string>> = {
  '42P01': 'a table is missing: start ingest once, it brings the schema up to date',
  '42703': 'a column is missing: start ingest once, it brings the schema up to date',
  '42501': 'this role may not do that: use the one of ingest',
  '53100': 'its disk is full',
};

/** What to tell an operator: never what is in a statement, since that may be a meal. */
export function explain(error: unknown): string {
  const { name, message } = error as Error;
  if (error instanceof DatabaseError) {
    const hint = SQLSTATE_HINTS[error.code] ?? 'the connection or a statement failed; try again';
    return `${message}: ${hint}`;
  }
  // The driver's errors quote rows and parameters.
  if (name === 'PostgresError' || message.startsWith('Failed query')) return 'PostgreSQL failed.';
  if (message.includes('stream not found') || message.includes('consumer not found')) {
    return `${message}: provision the deployment first (services/provision; make run does it)`;
  }
  return message;
}
