import { keep, thisBrowser } from './browser.js';

/** `localStorage` for comfort only: a browser that forbids it still gets a working page. */
export function recall(name: string): string | null {
  return thisBrowser().local?.getItem(name) ?? null;
}

export function remember(name: string, value: string): void {
  const { local } = thisBrowser();
  if (local !== null) keep(local, name, value);
}
