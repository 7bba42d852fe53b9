import { useCallback, useState } from "react";

import { type Row, type Said, saidAgain } from "../deciding/decided";

/** Rows with what was held of them before they were decided, to be said again. */
type Step = readonly { number: number; before: Said }[];

const MOST_STEPS = 200;

/** What one has decided here, so that it can be taken back: the last first. */
export function useUndo(say: (numbers: readonly number[], said: Said) => void) {
  const [steps, setSteps] = useState<readonly Step[]>([]);

  const remember = useCallback((rows: readonly Row[]) => {
    if (rows.length === 0) return;
    const step = rows.map((row) => ({ number: row.number, before: saidAgain(row) }));
    setSteps((now) => [...now.slice(1 - MOST_STEPS), step]);
  }, []);

  /** Puts the rows of the last step back; tells the first of them, or null where there is nothing to take back. */
  function undo(): number | null {
    const step = steps.at(-1);
    if (!step) return null;
    setSteps(steps.slice(0, -1));
    for (const [said, numbers] of together(step)) say(numbers, said);
    return step[0]?.number ?? null;
  }

  return { canUndo: steps.length > 0, remember, undo };
}

/** Rows of which the same is to be said, in one: the server is told of them together. */
export function together(step: Step): [Said, number[]][] {
  const groups = new Map<string, [Said, number[]]>();
  for (const { number, before } of step) {
    const key = `${before.decision}/${before.itemId}`;
    const group = groups.get(key);
    if (group) group[1].push(number);
    else groups.set(key, [before, [number]]);
  }
  return [...groups.values()];
}
