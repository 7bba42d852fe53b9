import { api, given } from "@/api/client";

import type { Row } from "../deciding/decided";
import type { RowPage } from "./cachedRows";
import { EVERYTHING, type Filter, queryOf } from "./filter";

/** Up to `limit` rows that meet the filter, those numbered above `after`. */
export function readRows(
  runId: number,
  filter: Filter,
  after: number,
  limit: number,
  signal?: AbortSignal,
): Promise<RowPage> {
  const query = { ...queryOf(filter), after, limit };
  const params = { path: { mapping_id: runId }, query };
  return given(api.GET("/api/v1/mappings/{mapping_id}/rows", { params, ...(signal ? { signal } : {}) }));
}

/** The rows of those numbers, few at a time: `most` requests at most, the first numbers first. */
export async function readNumbers(runId: number, numbers: readonly number[], most: number): Promise<Row[]> {
  const wanted = new Set(numbers);
  const spans = spansOf(numbers).slice(0, most);
  const found: Row[] = [];
  for (let begin = 0; begin < spans.length; begin += AT_ONCE) {
    const some = spans.slice(begin, begin + AT_ONCE);
    const pages = await Promise.all(some.map(({ first, last }) => readRows(runId, EVERYTHING, first - 1, last - first + 1)));
    found.push(...pages.flatMap((page) => page.entries).filter((row) => wanted.has(row.number)));
  }
  return found;
}

const AT_ONCE = 4;

const LONGEST_SPAN = 200;
const WIDEST_GAP = 20;

/** Ranges of numbers that hold all of `numbers` (rising) and not much else. */
export function spansOf(numbers: readonly number[]): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const span = spans.at(-1);
    if (span && number - span.last <= WIDEST_GAP && number - span.first < LONGEST_SPAN) span.last = number;
    else spans.push({ first: number, last: number });
  }
  return spans;
}
