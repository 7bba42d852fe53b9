import type { Quotation } from "../answer/answer";

/** Where a highlight stands on its page, in per cent of the page's width and height: right at every zoom. */
export type Placed = { left: number; top: number; width: number; height: number };

/** The lines of a quotation on one page; none where the page has no size. */
export function placedOn(quotation: Quotation | null, pageNumber: number): Placed[] {
  const size = quotation?.pages.find((page) => page.number === pageNumber);
  if (!quotation || !size || size.width <= 0 || size.height <= 0) return [];
  return quotation.boxes
    .filter((box) => box.page === pageNumber)
    .map((box) => ({
      left: share(box.left, size.width),
      top: share(box.top, size.height),
      width: share(box.right - box.left, size.width),
      height: share(box.bottom - box.top, size.height),
    }));
}

function share(points: number, all: number): number {
  return (100 * points) / all;
}
