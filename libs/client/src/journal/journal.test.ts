import { describe, expect, test } from 'vitest';
import {
  EMPTY_JOURNAL,
  parseJournal,
  wasShown,
  withAccepted,
  withShown,
  withWaiting,
  withWatched,
} from './journal.js';

describe('a journal', () => {
  test('is read as it was written', () => {
    const journal = withShown({ ...EMPTY_JOURNAL, cursor: 'p1' }, 'm1', 7);
    expect(parseJournal(JSON.stringify(journal))).toEqual(journal);
  });

  test.each(['', '{', 'null', '[]', '{"cursor":1}', '{"cursor":null,"outbox":{}}'])(
    'is not made of %j',
    (text) => {
      expect(parseJournal(text)).toBeUndefined();
    },
  );

  test('is read without what cannot be used', () => {
    const text = JSON.stringify({
      cursor: 'p1',
      shown: [['m1', 7], ['m2'], null, 3],
      outbox: [null, { localId: 'a' }, { localId: 'b', submission: { text: 'a pear' } }],
      waiting: ['m3', null, 4],
    });
    expect(parseJournal(text)).toEqual({
      cursor: 'p1',
      shown: [['m1', 7]],
      outbox: [{ localId: 'b', submission: { text: 'a pear' } }],
      waiting: ['m3'],
      isReloadDue: true,
    });
  });

  test('shows a newer outcome of a meal, and none that is older', () => {
    const journal = withShown(withShown(EMPTY_JOURNAL, 'm1', 20), 'm1', 10);
    expect(wasShown(journal, 'm1', 20)).toBe(true);
    expect(wasShown(journal, 'm1', 21)).toBe(false);
    expect(wasShown(journal, 'm2', 1)).toBe(false);
  });

  test('awaits nothing more of a meal that was read and still has the outcome that was shown', () => {
    const awaited = withWaiting(withShown(EMPTY_JOURNAL, 'm1', 7), 'm1');
    expect(awaited.waiting).toEqual(['m1']);
    expect(withShown(awaited, 'm1', 7, true)).toMatchObject({ waiting: [], shown: [['m1', 7]] });
  });

  test('awaits what is watched, shown or not, once', () => {
    const journal = withShown(EMPTY_JOURNAL, 'm1', 1);
    const watched = withWatched(withWatched(journal, 'm1'), 'm1');
    expect(watched).toMatchObject({ waiting: ['m1'], shown: [] });
  });

  test('does not await what was shown before the answer to the upload came', () => {
    expect(withAccepted(withShown(EMPTY_JOURNAL, 'm1', 1), 'm1', 'm1').waiting).toEqual([]);
  });
});
