/** Where a page of the list ends: the place of its last meal in the order of the list. */
export interface ListPosition {
  readonly eatenAt: Date;
  readonly id: string;
}

/** Opaque to clients. Not signed: it only says where in the user's own list to go on. */
export function encodeListCursor({ eatenAt, id }: ListPosition): string {
  return Buffer.from(`${eatenAt.getTime()}:${id}`).toString('base64url');
}

const CURSOR = /^[A-Za-z0-9_-]{1,400}$/;
const POSITION = /^(\d{1,14}):(.+)$/s;

/** Undefined: not one that {@link encodeListCursor} has made. */
export function decodeListCursor(cursor: string): ListPosition | undefined {
  if (!CURSOR.test(cursor)) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, time, id] = POSITION.exec(text) ?? [];
  // PostgreSQL takes no NUL; a replaced character means that the bytes were no UTF-8.
  if (time === undefined || id === undefined || /[\0\ufffd]/.test(id)) return undefined;
  return { eatenAt: new Date(Number(time)), id };
}
