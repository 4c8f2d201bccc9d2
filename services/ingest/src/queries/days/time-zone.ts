/**
 * Where days begin in a time zone. Its rules are those of this process (ICU), for the list as for
 * the sums, so that the two cannot differ about what a day is.
 */

const HOUR_MS = 60 * 60 * 1000;
/** No zone is further from UTC than 14 hours east or 12 hours west. */
const FURTHEST_EAST_MS = 14 * HOUR_MS;
const FURTHEST_WEST_MS = 12 * HOUR_MS;

/** A name of the IANA database has no sign or digit in front: `+02:00` is an offset, not a zone. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/;

export function isTimeZone(name: string): boolean {
  if (!ZONE_NAME.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The first moment of a day there; making it takes longer than using it. Usually midnight, but some
 * zones change their clocks at midnight, and then the day begins at one o'clock, say. A day ends
 * where the next one begins: it may have 23 or 25 hours, and one that a zone has skipped has none.
 * @param timeZone one that {@link isTimeZone} knows.
 */
export function startOfDayIn(timeZone: string): (day: string) => Date {
  const wallClock = wallClockIn(timeZone);
  return (day) => {
    const midnight = Date.parse(day);
    const [earliest, latest] = [midnight - FURTHEST_EAST_MS, midnight + FURTHEST_WEST_MS];
    const offsetMs = wallClock(earliest) - earliest;
    if (wallClock(latest) - latest === offsetMs) return new Date(midnight - offsetMs);
    return new Date(firstMoment(wallClock, midnight, earliest - 1, latest));
  };
}

/** The clocks change around this midnight: the first moment at which they show it, or more. */
function firstMoment(
  wallClock: (instant: number) => number,
  midnight: number,
  before: number,
  after: number,
): number {
  let [early, late] = [before, after];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (wallClock(middle) < midnight) early = middle;
    else late = middle;
  }
  return late;
}

/** What a clock on the wall shows, written as if it were UTC. */
function wallClockIn(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
    return (
      Date.UTC(
        number('year'),
        number('month') - 1,
        number('day'),
        number('hour'),
        number('minute'),
        number('second'),
      ) +
      (((instant % 1000) + 1000) % 1000)
    );
  };
}
