import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { DatabaseError, inDatabase } from './database-error.js';

test('a failed statement says its code and nothing of what was in it', async () => {
  const driver = Object.assign(new Error('Failing row contains (two eggs)'), {
    code: '23514',
    detail: 'two eggs',
  });
  const wrapped = new DrizzleQueryError('insert …', ['two eggs'], driver);
  const error = await inDatabase(Promise.reject(wrapped)).catch((e: unknown) => e as DatabaseError);
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error).toMatchObject({ code: '23514', message: 'PostgreSQL: 23514' });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('eggs');
});

test('a failure of other making is passed on as it is', async () => {
  const own = new RangeError('the work itself');
  await expect(inDatabase(Promise.reject(own))).rejects.toBe(own);
});

test('what succeeds is passed on', async () => {
  expect(await inDatabase(Promise.resolve(1))).toBe(1);
});
