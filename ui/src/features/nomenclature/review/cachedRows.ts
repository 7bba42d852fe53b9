import type { QueryClient } from "@tanstack/react-query";

import type { Row } from "../deciding/decided";

/** Everything of a run's rows lies under this key: the numbers of a filter, windows of rows, single rows. */
export function rowsKey(runId: number) {
  return ["nomenclature", "rows", runId] as const;
}

/** The windows of rows that are or were in view. */
export function windowsKey(runId: number) {
  return [...rowsKey(runId), "window"] as const;
}

/** Change rows wherever they are kept. A row that stays the same must be given back itself. */
export function changeRows(queries: QueryClient, runId: number, change: (row: Row) => Row): void {
  for (const kind of ["window", "row"]) {
    queries.setQueriesData<Row[]>({ queryKey: [...rowsKey(runId), kind] }, (kept) => kept && changed(kept, change));
  }
}

/** Every row that is kept. */
export function keptRows(queries: QueryClient, runId: number): Row[] {
  return ["window", "row"].flatMap((kind) =>
    queries.getQueriesData<Row[]>({ queryKey: [...rowsKey(runId), kind] }).flatMap(([, rows]) => rows ?? []),
  );
}

/** Rows with a change; the very same list where no row of it changes. */
export function changed(rows: Row[], change: (row: Row) => Row): Row[] {
  const after = rows.map(change);
  return after.some((row, place) => row !== rows[place]) ? after : rows;
}

/** A change that puts newer rows in the place of older ones. */
export function replacing(newer: readonly Row[]): (row: Row) => Row {
  const byNumber = new Map(newer.map((row) => [row.number, row]));
  return (row) => {
    const found = byNumber.get(row.number);
    return found && !isSameAnswer(found, row) ? found : row;
  };
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
