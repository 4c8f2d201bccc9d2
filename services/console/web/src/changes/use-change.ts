import { useState } from 'preact/hooks';
import type { MealTrouble } from '../meals/meal.js';

/** One change of a meal at a time, and why the last one was not made. */
export interface Change {
  readonly isBusy: boolean;
  readonly trouble: MealTrouble | null;
  /** @returns whether it was made. */
  run(change: () => Promise<MealTrouble | null>): Promise<boolean>;
  dismiss(): void;
}

const IDLE = { isBusy: false, trouble: null };

export function useChange(): Change {
  const [state, setState] = useState<Pick<Change, 'isBusy' | 'trouble'>>(IDLE);
  return {
    ...state,
    run: async (change) => {
      setState({ isBusy: true, trouble: null });
      const trouble = await change();
      setState({ isBusy: false, trouble });
      return trouble === null;
    },
    dismiss: () => setState(IDLE),
  };
}
