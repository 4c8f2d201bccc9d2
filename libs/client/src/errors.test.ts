import { afterEach, expect, test, vi } from 'vitest';
import { errorSink } from './errors.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('an error goes to the app, and to the platform only where the app has no place for it', () => {
  const platform = vi.fn();
  vi.stubGlobal('reportError', platform);
  const app = vi.fn();
  errorSink(app)('one');
  errorSink()('two');
  expect(app.mock.calls).toEqual([['one']]);
  expect(platform.mock.calls).toEqual([['two']]);
});

test('an error of the place itself ends nothing', () => {
  vi.stubGlobal('reportError', undefined);
  const written = vi.spyOn(console, 'error').mockReturnValue();
  errorSink(() => {
    throw new Error('full');
  })('one');
  expect(written).toHaveBeenCalledWith(new Error('full'));
});
