/** `localStorage` for comfort only: a browser that forbids it still gets a working page. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Private mode or full: the value lives as long as the page.
  }
}
