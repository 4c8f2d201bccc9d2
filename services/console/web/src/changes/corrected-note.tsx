import { timeOfDay } from '../format.js';

/** That the result is not the analyser's any more. */
export function CorrectedNote({ at }: { readonly at: string }) {
  return (
    <p class="corrected" data-testid="corrected" data-at={at}>
      Corrected by you at {timeOfDay(at)}
    </p>
  );
}
