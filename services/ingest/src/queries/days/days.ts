/** Calendar days as they are written in a request: `2026-01-31`. Pure. */

/** From and to are both included; undefined: no end on that side. */
export interface DayRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Far from what a date may hold; no meal was logged before, and none will be after. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2999-12-31';

/** @param day in the form of a day, and one that exists. */
export function isNearDay(day: string): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

export function dayAfter(day: string): string {
  return dayOf(Date.parse(day) + DAY_MS);
}

/** Every day of it, in order; none when it ends before it begins. */
export function daysOf(from: string, to: string): readonly string[] {
  return Array.from({ length: countDays(from, to) }, (_, i) =>
    dayOf(Date.parse(from) + i * DAY_MS),
  );
}

/** How many days that is; 0 when it ends before it begins. */
export function countDays(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS + 1);
}

/** A day without a time is midnight UTC to `Date`. */
function dayOf(midnightUtc: number): string {
  return new Date(midnightUtc).toISOString().slice(0, 10);
}
