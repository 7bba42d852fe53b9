import { AS_MATCHED, type Said, type SaidOf } from "../deciding/decided";
import { readAcceptable, readDecided } from "./reading";

export type BulkDecision = Said["decision"];

/** The rows a decision is for, and how many are left out because there is no item to accept. */
export type Bulk = { numbers: number[]; withoutItem: number };

/** Whoever decides more rows than this at once is asked before. */
export const MOST_UNASKED = 1_000;

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

/** What is held of the rows before they are decided together, however many they are. */
export async function heldBefore(runId: number, numbers: readonly number[]): Promise<SaidOf[]> {
  const decided = await readDecided(runId);
  return numbers.map((number) => ({ number, ...(decided.get(number) ?? AS_MATCHED) }));
}
