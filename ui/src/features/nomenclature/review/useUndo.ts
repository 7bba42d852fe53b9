import { useCallback, useState } from "react";

import type { SaidOf } from "../deciding/decided";

const MOST_STEPS = 200;

/** What one has decided here, so that it can be taken back: the last first. */
export function useUndo(say: (said: readonly SaidOf[]) => void) {
  const [steps, setSteps] = useState<readonly (readonly SaidOf[])[]>([]);

  /** Keeps what was held of rows before they were decided together, to be said again. */
  const remember = useCallback((before: readonly SaidOf[]) => {
    if (before.length > 0) setSteps((now) => [...now.slice(1 - MOST_STEPS), before]);
  }, []);

  /** Puts the rows of the last step back; tells the first of them, or null where there is nothing to take back. */
  function undo(): number | null {
    const step = steps.at(-1);
    if (!step) return null;
    setSteps(steps.slice(0, -1));
    say(step);
    return step[0]?.number ?? null;
  }

  return { canUndo: steps.length > 0, remember, undo };
}
