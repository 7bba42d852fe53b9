import { type Row, itemToAccept, type Said } from "../deciding/decided";
import type { Filter } from "./filter";
import { readNumbers, readRows } from "./reading";

export type BulkDecision = Said["decision"];

/** The rows a decision is for, and how many are left out because there is no item to accept. */
export type Bulk = { numbers: number[]; withoutItem: number };

const PAGE = 500;
const MOST_REQUESTS = 400;

/** Which of the rows the decision can be said of: nothing can be accepted where nothing was found. */
export function bulkOf(rows: readonly Row[], decision: BulkDecision): Bulk {
  const fit = rows.filter((row) => decision !== "accepted" || itemToAccept(row) !== null);
  return { numbers: fit.map((row) => row.number), withoutItem: rows.length - fit.length };
}

/** The chosen rows, read from the server. */
export async function bulkOfNumbers(runId: number, numbers: readonly number[], decision: BulkDecision): Promise<Bulk> {
  const rising = [...numbers].sort((one, other) => one - other);
  return bulkOf(await readNumbers(runId, rising, MOST_REQUESTS), decision);
}

/** Every row that meets the filter, page after page; `tell` hears how many have been read. */
export async function bulkOfFilter(
  runId: number,
  filter: Filter,
  decision: BulkDecision,
  tell: (read: number) => void,
  signal: AbortSignal,
): Promise<Bulk> {
  const all: Bulk = { numbers: [], withoutItem: 0 };
  for (let after: number | null = 0, read = 0; after !== null; ) {
    const page = await readRows(runId, filter, after, PAGE, signal);
    const some = bulkOf(page.entries, decision);
    all.numbers.push(...some.numbers);
    all.withoutItem += some.withoutItem;
    read += page.entries.length;
    tell(read);
    after = page.next_after;
  }
  return all;
}
