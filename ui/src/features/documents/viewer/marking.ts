import type { WordRange } from "../answer/answer";
import type { Block } from "./pages";

/** A run of words, marked or not. */
type Run = { text: string; isMarked: boolean };

type Range = { first: number; end: number };

/** Those of the marked words that stand on a page. */
export function rangesOn(marks: WordRange[], pageNumber: number): Range[] {
  return marks.filter((mark) => mark.page === pageNumber);
}

/** Words `first` to before `end` as runs; the pieces of a word broken over two lines are empty words and say nothing. */
export function runsOf(words: string[], { first, end }: Range, ranges: Range[]): Run[] {
  const runs: Run[] = [];
  for (let at = first; at < Math.min(end, words.length); at += 1) {
    const word = words[at];
    if (!word) continue;
    const isMarked = ranges.some((range) => range.first <= at && at < range.end);
    const last = runs.at(-1);
    if (last && last.isMarked === isMarked) last.text += ` ${word}`;
    else runs.push({ text: word, isMarked });
  }
  return runs;
}

/** Blocks as they are drawn: rows that follow one another make one table. */
type Part = { kind: "block"; block: Block } | { kind: "table"; rows: Block[] };

export function partsOf(blocks: Block[]): Part[] {
  const parts: Part[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (!isRow(block)) parts.push({ kind: "block", block });
    else if (last?.kind === "table") last.rows.push(block);
    else parts.push({ kind: "table", rows: [block] });
  }
  return parts;
}

function isRow(block: Block): boolean {
  return block.kind === "table_header" || block.kind === "table_row";
}
