/** A cell of the table, by its row as shown and its column. */
export type Place = { row: number; column: number };

const PAGE = 10;

/** Where a key leads from a cell; `null` for a key that leads nowhere. */
export function moved(from: Place, key: string, isWhole: boolean, rowCount: number, columnCount: number): Place | null {
  const to = step(from, key, isWhole, rowCount, columnCount);
  if (!to) return null;
  return { row: within(to.row, rowCount), column: within(to.column, columnCount) };
}

function step({ row, column }: Place, key: string, isWhole: boolean, rowCount: number, columnCount: number): Place | null {
  if (key === "ArrowUp") return { row: row - 1, column };
  if (key === "ArrowDown") return { row: row + 1, column };
  if (key === "ArrowLeft") return { row, column: column - 1 };
  if (key === "ArrowRight") return { row, column: column + 1 };
  if (key === "PageUp") return { row: row - PAGE, column };
  if (key === "PageDown") return { row: row + PAGE, column };
  if (key === "Home") return { row: isWhole ? 0 : row, column: 0 };
  if (key === "End") return { row: isWhole ? rowCount - 1 : row, column: columnCount - 1 };
  return null;
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1));
}
