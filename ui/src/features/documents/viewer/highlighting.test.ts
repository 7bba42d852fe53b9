import { expect, test } from "vitest";

import { partsOf, rangesOn, runsOf } from "./marking";
import { marksOf, marksToText } from "./marks";
import { type Block, type Page, widthFor } from "./pages";
import { linesOf } from "./placing";

const marks = [
  { page: 2, first: 1, end: 4 },
  { page: 3, first: 0, end: 1 },
];

/** «Paid within ten- / days after»: a word broken over two lines, then a second column far to the right. */
const page: Page = {
  number: 2,
  label: "",
  layer: "original",
  width: 600,
  height: 800,
  words: ["Paid", "within", "tendays", "", "after"],
  boxes: [
    [60, 80, 90, 100],
    [100, 80, 150, 100],
    [155, 80, 180, 100],
    [60, 105, 100, 125],
    [400, 105, 450, 125],
  ],
  blocks: [],
};

test("marked words take up lines, the second piece of a broken word among them, in shares of the page", () => {
  expect(linesOf(page, [{ page: 2, first: 1, end: 3 }])).toEqual([
    { left: expect.closeTo(16.667), top: 10, width: expect.closeTo(13.333), height: 2.5 },
    { left: 10, top: 13.125, width: expect.closeTo(6.667), height: 2.5 },
  ]);
});

test("nothing is marked between words that stand far apart, nor of another page", () => {
  expect(linesOf(page, [{ page: 2, first: 3, end: 5 }])).toHaveLength(2);
  expect(linesOf(page, [{ page: 9, first: 0, end: 5 }])).toEqual([]);
});

test("on a turned page lines go down or up", () => {
  const turned: Page = { ...page, words: ["Seven", "axial", "fans"], boxes: [[90, 100, 100, 140], [90, 143, 100, 170], [90, 173, 100, 180]] };
  expect(linesOf(turned, [{ page: 2, first: 0, end: 3 }])).toHaveLength(1);
  const other: Page = { ...turned, boxes: [[90, 143, 100, 180], [90, 110, 100, 140], [80, 143, 90, 180]] };
  expect(linesOf(other, [{ page: 2, first: 0, end: 3 }])).toHaveLength(2);
});

test("a page without a size, or whose words have no places, has no lines", () => {
  expect(linesOf({ ...page, width: 0 }, marks)).toEqual([]);
  expect(linesOf({ ...page, boxes: null }, marks)).toEqual([]);
});

test("an address tells marked words and gives them back; what is no range is left out", () => {
  expect(marksToText(marks)).toBe("2.1-4_3.0-1");
  expect(marksOf("2.1-4_3.0-1")).toEqual(marks);
  expect(marksOf("2.4-1_x_3.0-1")).toEqual([{ page: 3, first: 0, end: 1 }]);
  expect(marksToText([])).toBeNull();
  expect(marksOf(undefined)).toEqual([]);
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
  expect(rangesOn(marks, 3)).toEqual([{ page: 3, first: 0, end: 1 }]);
  expect(rangesOn([], 3)).toEqual([]);
});

test("rows that follow one another make one table", () => {
  const block = (kind: Block["kind"], first: number): Block => ({ kind, first, end: first + 1, level: 0, cells: [], goes_on: false });
  const blocks = [block("heading", 0), block("table_header", 1), block("table_row", 2), block("paragraph", 3), block("table_row", 4)];
  expect(partsOf(blocks).map((part) => (part.kind === "table" ? part.rows.length : part.block.kind))).toEqual(["heading", 2, "paragraph", 1]);
});

test("pictures are asked for in the next width there is, and never wider than the server draws", () => {
  expect([300, 600, 601, 5_000].map(widthFor)).toEqual([600, 600, 900, 2_400]);
});
