import { z } from 'zod';
import { countDays, type DayRange, isNearDay } from './days/days.js';
import { isTimeZone } from './days/time-zone.js';
import { decodeListCursor } from './list-cursor.js';

/** A year, and the day that a leap year has more. */
const MAX_SUMMARY_DAYS = 366;

const day = (description: string) =>
  z.iso
    .date({ error: 'must be a day such as 2026-01-31', abort: true })
    .refine(isNearDay, 'must be a day from 1900 to 2999')
    .optional()
    // No example: pages that try a request out send all of them at once, and date excludes from.
    .meta({ description });

const daysAndVersion = {
  date: day('Only meals that were eaten on this day.'),
  from: day('Only meals of this day and later ones.'),
  to: day('Only meals of this day and earlier ones.'),
  tz: z
    .string()
    .refine(isTimeZone, 'must be a time zone of the IANA database such as Europe/Berlin')
    .default('UTC')
    .meta({
      description: 'Where days begin: a time zone of the IANA database.',
      examples: ['Europe/Berlin'],
    }),
  min_version: z.coerce
    .number<number>()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .meta({
      description:
        'The `version` of a write, or `as_of_version` of an earlier answer: waits up to 2 s until ' +
        'the answer has it, else 503 `read_model_behind`.',
    }),
};

interface Days {
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** `date` is short for a range of one day. */
export function dayRangeOf({ date, from, to }: Days): DayRange {
  return { from: date ?? from, to: date ?? to };
}

const dateAlone = {
  test: ({ date, from, to }: Days): boolean =>
    date === undefined || (from === undefined && to === undefined),
  issue: { path: ['date'], message: 'must not be combined with from or to' },
};

const inOrder = {
  test: ({ from, to }: Days): boolean => from === undefined || to === undefined || from <= to,
  issue: { path: ['to'], message: 'must not be before from' },
};

/** Of `GET /api/v1/meal-logs`. */
export const listQuery = z
  .object({
    ...daysAndVersion,
    status: z
      .enum(['processing', 'completed', 'failed'], {
        error: 'must be one of processing, completed, failed',
      })
      .optional(),
    limit: z.coerce.number<number>().int().min(1).max(100).default(20),
    page: z.coerce
      .number<number>()
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .meta({ description: '1 is the first, and the default. Shifts when meals are added.' }),
    cursor: z
      .string()
      .refine((cursor) => decodeListCursor(cursor) !== undefined, {
        message: 'must be a next_cursor',
      })
      .optional()
      .meta({
        description:
          'The `next_cursor` of the page before, with the same other parameters. Does not shift.',
      }),
  })
  .refine(dateAlone.test, dateAlone.issue)
  .refine(inOrder.test, inOrder.issue)
  .refine(({ cursor, page }) => cursor === undefined || page === undefined, {
    path: ['cursor'],
    message: 'must not be combined with page',
  });

/** Of `GET /api/v1/summary`. */
export const summaryQuery = z
  .object(daysAndVersion)
  .refine(dateAlone.test, dateAlone.issue)
  .refine(inOrder.test, inOrder.issue)
  .refine((days) => Object.values(dayRangeOf(days)).every((end) => end !== undefined), {
    path: ['date'],
    message: 'is needed, or from and to',
  })
  .refine(
    ({ from, to }) =>
      from === undefined || to === undefined || countDays(from, to) <= MAX_SUMMARY_DAYS,
    {
      path: ['to'],
      message: `must not be more than ${MAX_SUMMARY_DAYS} days from from`,
    },
  );

export type ListQuery = z.output<typeof listQuery>;
export type SummaryQuery = z.output<typeof summaryQuery>;
