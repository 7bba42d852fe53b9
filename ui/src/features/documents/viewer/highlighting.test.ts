import { expect, test } from "vitest";

import type { Quotation } from "../answer/answer";
import { partsOf, rangesOn, runsOf } from "./marking";
import { type Block, widthFor } from "./pages";
import { placedOn } from "./placing";

const quotation: Quotation = {
  number: 1,
  is_answer: true,
  document_id: 3,
  document_name: "contract.pdf",
  page: 2,
  text: "within ten days",
  headings: [],
  pages: [{ number: 2, label: "", width: 600, height: 800 }],
  boxes: [
    { page: 2, left: 60, top: 80, right: 300, bottom: 100 },
    { page: 3, left: 0, top: 0, right: 10, bottom: 10 },
  ],
  words: [
    { page: 2, first: 1, end: 3 },
    { page: 3, first: 0, end: 1 },
  ],
};

test("the lines of a quotation stand on their own page, in shares of its size", () => {
  expect(placedOn(quotation, 2)).toEqual([{ left: 10, top: 10, width: 40, height: 2.5 }]);
  expect(placedOn(quotation, 4)).toEqual([]);
  expect(placedOn(null, 2)).toEqual([]);
});

test("a page without a size has no lines to draw", () => {
  expect(placedOn({ ...quotation, pages: [{ number: 2, label: "", width: 0, height: 0 }] }, 2)).toEqual([]);
});

test("words of the quotation are marked in one run, pieces of broken words say nothing", () => {
  const words = ["Paid", "within", "", "days", "of", "delivery"];
  const runs = runsOf(words, { first: 0, end: 6 }, [{ first: 1, end: 4 }]);
  expect(runs).toEqual([
    { text: "Paid", isMarked: false },
    { text: "within days", isMarked: true },
    { text: "of delivery", isMarked: false },
  ]);
});

test("only the ranges of the page count", () => {
  expect(rangesOn(quotation, 3)).toEqual([{ page: 3, first: 0, end: 1 }]);
  expect(rangesOn(null, 3)).toEqual([]);
});

test("rows that follow one another make one table", () => {
  const block = (kind: Block["kind"], first: number): Block => ({ kind, first, end: first + 1, level: 0, cells: [], goes_on: false });
  const blocks = [block("heading", 0), block("table_header", 1), block("table_row", 2), block("paragraph", 3), block("table_row", 4)];
  expect(partsOf(blocks).map((part) => (part.kind === "table" ? part.rows.length : part.block.kind))).toEqual(["heading", 2, "paragraph", 1]);
});

test("pictures are asked for in the next width there is, and never wider than the server draws", () => {
  expect([300, 600, 601, 5_000].map(widthFor)).toEqual([600, 600, 900, 2_400]);
});
