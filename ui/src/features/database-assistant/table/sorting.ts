import type { Cell, ResultColumn, Row } from "../answer";
import { isNumeric } from "./cells";

export type Sorting = { place: number; isDescending: boolean };

/** The rows in the order of a column; rows without a value come last whichever way. Equal ones stay as they were. */
export function sorted(rows: readonly Row[], columns: readonly ResultColumn[], sorting: Sorting | null): readonly Row[] {
  const column = sorting ? columns[sorting.place] : undefined;
  if (!sorting || !column) return rows;
  const compare = comparison(column);
  const sign = sorting.isDescending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [left = null, right = null] = [one[sorting.place], other[sorting.place]];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compare(left, right);
  });
}

/** First upwards, then downwards, then as the database gave them. */
export function nextSorting(now: Sorting | null, place: number): Sorting | null {
  if (now?.place !== place) return { place, isDescending: false };
  return now.isDescending ? null : { place, isDescending: true };
}

function comparison(column: ResultColumn): (one: Cell, other: Cell) => number {
  if (isNumeric(column)) return (one, other) => Number(one) - Number(other);
  if (column.kind === "boolean") return (one, other) => Number(one) - Number(other);
  if (column.kind === "text") {
    const { compare } = new Intl.Collator("ru", { numeric: true });
    return (one, other) => compare(String(one), String(other));
  }
  return (one, other) => (String(one) < String(other) ? -1 : Number(String(one) > String(other)));
}
