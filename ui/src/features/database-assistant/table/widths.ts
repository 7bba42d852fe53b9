import type { ResultColumn, Row } from "../answer";
import { shown } from "./cells";

const LEAST = 7;
const MOST = 40;
const ROOM = 5;
const LOOKED_AT = 60;

/** How wide each column is, in characters: by its heading and its first values, within limits. */
export function widthsOf(columns: readonly ResultColumn[], rows: readonly Row[]): number[] {
  const looked = rows.slice(0, LOOKED_AT);
  return columns.map((column, place) => {
    const longest = Math.max(column.name.length, ...looked.map((row) => shown(row[place] ?? null, column).length));
    return Math.max(LEAST, Math.min(longest, MOST)) + ROOM;
  });
}

/** As CSS has it. On a narrow screen a long name leaves room for the number beside it. */
export function widthOf(characters: number): string {
  return `min(${characters}ch, 56cqw)`;
}
