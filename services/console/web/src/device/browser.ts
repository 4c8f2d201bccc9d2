/** What this browser lets a page use; each of it may be missing. */
export interface Browser {
  /** Forbidden in some private modes. */
  readonly local: Storage | null;
  readonly session: Storage | null;
  /** Missing where the page comes over plain http from another machine. */
  readonly locks: LockManager | null;
}

export function thisBrowser(): Browser {
  return {
    local: usable(() => window.localStorage),
    session: usable(() => window.sessionStorage),
    locks: (navigator.locks as LockManager | undefined) ?? null,
  };
}

/** Even to look at a forbidden storage throws; some can be looked at and refuse every write. */
function usable(storage: () => Storage): Storage | null {
  const probe = 'mealwire.probe';
  try {
    storage().setItem(probe, '');
    storage().removeItem(probe);
    return storage();
  } catch {
    return null;
  }
}

/** What a full storage does not take lives as long as the page. */
export function keep(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // Comfort only: everything that must not be lost goes through the client's own storage.
  }
}
