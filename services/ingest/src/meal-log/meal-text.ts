import { z } from 'zod';

const storable = (text: string): boolean => !/[\p{Surrogate}\0]/u.test(text);

/** Text of a user, trimmed, as PostgreSQL and ProtoJSON can keep it. */
export function storableText(maxLength: number, whenEmpty = 'must not be empty') {
  return z
    .string()
    .trim()
    .min(1, whenEmpty)
    .max(maxLength, `must have at most ${maxLength} characters`)
    .refine(storable, 'must be well-formed Unicode without NUL');
}

/** What was eaten, in plain words. */
export function mealText(maxLength: number) {
  return storableText(maxLength, 'must say what was eaten');
}
