import { useEffect, useId, useRef } from 'preact/hooks';

interface ConfirmDeleteProps {
  readonly isBusy: boolean;
  readonly onDelete: () => void;
  readonly onKeep: () => void;
}

/** There is no way back, so it is asked once. */
export function ConfirmDelete({ isBusy, onDelete, onKeep }: ConfirmDeleteProps) {
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="confirm" role="alertdialog" aria-labelledby={id} data-testid="confirm-delete">
      <p id={id}>Delete this meal on all your devices? This cannot be undone.</p>
      <div class="confirm-buttons">
        <button ref={keep} type="button" class="button quiet" onClick={onKeep}>
          Keep
        </button>
        <button
          type="button"
          class="button bad"
          data-testid="delete-confirmed"
          disabled={isBusy}
          onClick={onDelete}
        >
          Delete
        </button>
      </div>
    </div>
  );
}
