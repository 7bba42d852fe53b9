/** What an example gave: how many rows, and the first of them. */
export type Result = { rowCount: number; columns: string[]; rows: unknown[][] };

/** The result as the server keeps it; null where there is none, or the query failed. */
export function resultOf(kept: Record<string, unknown> | null): Result | null {
  if (kept === null || typeof kept.row_count !== "number") return null;
  const columns = Array.isArray(kept.columns) ? kept.columns.map(nameOf) : [];
  const rows = Array.isArray(kept.rows) ? kept.rows.filter((row): row is unknown[] => Array.isArray(row)) : [];
  return { rowCount: kept.row_count, columns, rows };
}

function nameOf(column: unknown): string {
  return typeof column === "object" && column !== null && "name" in column ? String(column.name) : String(column);
}

/** Why the last replay failed, in the server's words; null where it has not. */
export function failureOf(kept: Record<string, unknown> | null): { title: string; detail: string } | null {
  const problem = kept?.problem;
  if (typeof problem !== "object" || problem === null) return null;
  const { title, detail } = problem as Record<string, unknown>;
  return { title: String(title ?? ""), detail: String(detail ?? "") };
}

/** For each row of the one whether the other has it too, so that what differs can be marked. */
export function knownIn(rows: unknown[][], other: unknown[][]): boolean[] {
  const known = new Set(other.map((row) => JSON.stringify(row)));
  return rows.map((row) => known.has(JSON.stringify(row)));
}
