import type { WordRange } from "../answer/answer";
import type { Page } from "./pages";

/** Where a line of marked words stands on its page, in per cent of its width and height: right at every zoom. */
export type Placed = { left: number; top: number; width: number; height: number };

/** Left, top, right, bottom in points from the top left corner. */
type Box = [number, number, number, number];

/** Two words stand on one line where they share half the height of the lower one. */
const SAME_LINE_SHARE = 0.5;
/** Further apart they are of two columns or cells, and nothing between them is marked. */
const LONGEST_GAP_HEIGHTS = 3;

/** The lines that the marked words of a page take up; none where the page has no size or its words no places. */
export function linesOf(page: Page, marks: WordRange[]): Placed[] {
  if (!page.boxes || page.width <= 0 || page.height <= 0) return [];
  const lines: Box[] = [];
  for (const box of boxesOf(page, marks)) {
    const last = lines.at(-1);
    if (last && goesOn(last, box)) lines[lines.length - 1] = around(last, box);
    else lines.push(box);
  }
  return lines.map(([left, top, right, bottom]) => ({
    left: (100 * left) / page.width,
    top: (100 * top) / page.height,
    width: (100 * (right - left)) / page.width,
    height: (100 * (bottom - top)) / page.height,
  }));
}

function boxesOf(page: Page, marks: WordRange[]): Box[] {
  const ofPage = marks.filter((mark) => mark.page === page.number);
  return ofPage.flatMap(({ first, end }) => (page.boxes ?? []).slice(first, withPieces(page, end)) as Box[]);
}

/** A word broken over two lines is followed by an empty one with the box of its second piece. */
function withPieces(page: Page, end: number): number {
  let last = end;
  while (last < page.words.length && !page.words[last]) last += 1;
  return last;
}

/** Whether a word stands on the same line as those before, near to the right; on a turned page below or above them. */
function goesOn(line: Box, word: Box): boolean {
  return goesOnAlong(line, word) || (isUpright(line) && (goesOnAlong(down(line), down(word)) || goesOnAlong(up(line), up(word))));
}

function goesOnAlong(line: Box, word: Box): boolean {
  const shared = Math.min(line[3], word[3]) - Math.max(line[1], word[1]);
  const height = Math.min(line[3] - line[1], word[3] - word[1]);
  const gap = word[0] - line[2];
  const overlap = Math.min(height, (word[2] - word[0]) / 2);
  return gap >= -overlap && gap <= LONGEST_GAP_HEIGHTS * Math.max(height, 1) && shared >= SAME_LINE_SHARE * height;
}

/** A line of a turned page. */
function isUpright([left, top, right, bottom]: Box): boolean {
  return bottom - top > 1.2 * (right - left);
}

/** Boxes as they are seen when the page is turned so that its lines lie. */
function down([left, top, right, bottom]: Box): Box {
  return [top, left, bottom, right];
}

function up([left, top, right, bottom]: Box): Box {
  return [-bottom, left, -top, right];
}

function around(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
