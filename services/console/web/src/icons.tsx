/** Drawn in the current text colour; decoration only, the words stand beside them. */

export function SendIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
      <path d="M12 19V5m0 0-6 6m6-6 6 6" />
    </svg>
  );
}

export function AlertIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 8v4.5m0 3.2v.1" />
    </svg>
  );
}

export function BowlIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
      <path d="M4 12h16a8 8 0 0 1-16 0Zm4-3c0-2 1.5-2 1.5-4M13 9c0-2 1.5-2 1.5-4" />
    </svg>
  );
}

export function PulseIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
      <path d="M3 12h4l3-7 4 14 3-7h4" />
    </svg>
  );
}

export function PencilIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
      <path d="m5 16-1 4 4-1L19 8l-3-3L5 16Zm8.5-8.5 3 3" />
    </svg>
  );
}
