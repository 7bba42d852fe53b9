import type { InfiniteData, QueryClient } from "@tanstack/react-query";

import type { Schemas } from "@/api/client";

import type { Row } from "../deciding/decided";

export type RowPage = Schemas["Page_MappingRowOut_"];
type Cached = Row[] | InfiniteData<RowPage, number>;

/** Everything of a run's rows lies under this key: windows of the whole, pages of a filter, single rows. */
export function rowsKey(runId: number) {
  return ["nomenclature", "rows", runId] as const;
}

/** Change rows wherever they are kept. A row that stays the same must be given back itself. */
export function changeRows(queries: QueryClient, runId: number, change: (row: Row) => Row): void {
  queries.setQueriesData<Cached>({ queryKey: rowsKey(runId) }, (cached) => cached && changed(cached, change));
}

/** What is kept with its rows changed; the very same where no row of it changes. */
export function changed(cached: Cached, change: (row: Row) => Row): Cached {
  if (Array.isArray(cached)) return changedRows(cached, change);
  let isSame = true;
  const pages = cached.pages.map((page) => {
    const entries = changedRows(page.entries, change);
    if (entries === page.entries) return page;
    isSame = false;
    return { ...page, entries };
  });
  return isSame ? cached : { ...cached, pages };
}

/** A change that puts newer rows in the place of older ones. */
export function replacing(newer: readonly Row[]): (row: Row) => Row {
  const byNumber = new Map(newer.map((row) => [row.number, row]));
  return (row) => {
    const found = byNumber.get(row.number);
    return found && !isSameAnswer(found, row) ? found : row;
  };
}

function changedRows(rows: Row[], change: (row: Row) => Row): Row[] {
  const after = rows.map(change);
  return after.some((row, place) => row !== rows[place]) ? after : rows;
}

function isSameAnswer(one: Row, other: Row): boolean {
  return (
    one.decision === other.decision &&
    one.item_id === other.item_id &&
    one.confidence === other.confidence &&
    one.decided_at === other.decided_at &&
    one.decided_by_id === other.decided_by_id &&
    one.candidates.length === other.candidates.length
  );
}
