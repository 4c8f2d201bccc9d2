import { type DayRange, dayAfter } from './days.js';
import { startOfDayIn } from './time-zone.js';

/** From the first moment up to, and without, the second; undefined: no end on that side. */
export interface TimeSpan {
  readonly start: Date | undefined;
  readonly end: Date | undefined;
}

/** Where these days begin and end for somebody in that time zone. */
export function timeSpanOf({ from, to }: DayRange, timeZone: string): TimeSpan {
  const startOfDay = startOfDayIn(timeZone);
  return {
    start: from === undefined ? undefined : startOfDay(from),
    end: to === undefined ? undefined : startOfDay(dayAfter(to)),
  };
}
