import type { Answer, WithRows } from "../answer";

const MOST_FIGURES = 4;
const LONGEST_TEXT = 60;

/** Whether the answer is one row of a few values: such a one is read at a glance, not in a table. */
export function hasFigures({ columns, rows, row_count: count }: WithRows): boolean {
  const [row] = rows;
  if (count !== 1 || !row || columns.length > MOST_FIGURES) return false;
  return row.every((cell) => String(cell ?? "").length <= LONGEST_TEXT);
}

/** A share is told in percent: the question asks for one, and its value lies between none and all. */
export function isShare(answer: Pick<Answer, "proof" | "columns" | "rows">, place: number): boolean {
  const isAsked = answer.proof.some((span) => span.target === "share");
  const isSingle = answer.columns?.[place]?.kind === "number" && answer.columns.filter((one) => one.kind === "number").length === 1;
  return isAsked && isSingle && (answer.rows ?? []).every((row) => Number(row[place] ?? 0) >= 0 && Number(row[place] ?? 0) <= 1);
}
