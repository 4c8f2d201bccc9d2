import { describe, expect, test } from 'vitest';
import { countDays, dayAfter, daysOf } from './days.js';
import { isTimeZone, startOfDayIn } from './time-zone.js';

describe('days', () => {
  test('follow one another over the ends of months and years', () => {
    expect(dayAfter('2024-02-28')).toBe('2024-02-29');
    expect(daysOf('2025-12-30', '2026-01-02')).toEqual([
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
    ]);
    expect(countDays('2024-01-01', '2024-12-31')).toBe(366);
    expect(daysOf('2026-01-02', '2026-01-01')).toEqual([]);
  });
});

describe('a time zone', () => {
  test.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+12', 'EST5EDT'])(
    '%s is one',
    (name) => expect(isTimeZone(name)).toBe(true),
  );
  test.each(['', '+02:00', 'Berlin', 'Europe/Berlin\0', 'UTC; drop table', 'x'.repeat(100)])(
    '%j is none',
    (name) => expect(isTimeZone(name)).toBe(false),
  );
});

describe('a day begins', () => {
  test.each([
    ['UTC', '2026-01-31', '2026-01-31T00:00:00.000Z', 24],
    ['Europe/Berlin', '2026-01-31', '2026-01-30T23:00:00.000Z', 24],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
    ['Asia/Kathmandu', '2026-01-31', '2026-01-30T18:15:00.000Z', 24],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
    // The clocks went from 24:00 to 01:00.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', 23],
    // From 24:00 back to 23:00: that hour is of the day before.
    ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00.000Z', 24],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-17T02:00:00.000Z', 25],
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z', 24],
    // Samoa moved to the other side of the date line: this day did not take place.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 0],
    ['Pacific/Kiritimati', '2026-01-31', '2026-01-30T10:00:00.000Z', 24],
    ['Etc/GMT+12', '2026-01-31', '2026-01-31T12:00:00.000Z', 24],
  ])('in %s %s at %s, and has %d hours', (timeZone, day, start, hours) => {
    const startOfDay = startOfDayIn(timeZone);
    expect(startOfDay(day).toISOString()).toBe(start);
    expect((startOfDay(dayAfter(day)).getTime() - startOfDay(day).getTime()) / 3_600_000).toBe(
      hours,
    );
  });
});
