import type { Row, Said } from "../deciding/decided";
import { readAcceptable, readRows } from "./reading";

export type BulkDecision = Said["decision"];

/** The rows a decision is for, and how many are left out because there is no item to accept. */
export type Bulk = { numbers: number[]; withoutItem: number };

/** As many rows as can be put back as they were; above that somebody has been asked before. */
export const MOST_TO_UNDO = 1_000;

/** Which of the chosen rows the decision can be said of: nothing can be accepted where nothing was found. */
export async function bulkOfNumbers(runId: number, numbers: readonly number[], decision: BulkDecision): Promise<Bulk> {
  if (decision !== "accepted") return { numbers: [...numbers], withoutItem: 0 };
  return fitting(numbers, await readAcceptable(runId));
}

export function fitting(numbers: readonly number[], acceptable: readonly number[]): Bulk {
  const known = new Set(acceptable);
  const fit = numbers.filter((number) => known.has(number));
  return { numbers: fit, withoutItem: numbers.length - fit.length };
}

/** What the rows are before they are decided together; none where they are too many to be put back. */
export async function rowsBefore(runId: number, numbers: readonly number[]): Promise<Row[]> {
  return numbers.length > MOST_TO_UNDO ? [] : await readRows(runId, numbers);
}
