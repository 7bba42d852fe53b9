import { describe, expect, it } from "vitest";

import type { Row } from "../deciding/decided";
import { bulkOf } from "./bulk";
import { changed, replacing } from "./cachedRows";
import { countOf, EVERYTHING, isEverything, queryOf } from "./filter";
import { spansOf } from "./reading";
import { windowsOf } from "./rowList";
import { toggled } from "./selection";

function row(number: number, changes: Partial<Row> = {}): Row {
  const found = { decision: "needs_review", item_id: null, confidence: null, candidates: [], decided_at: null } as const;
  return { ...found, candidates: [], decided_by_id: null, decided_by_person: false, ...changes, number } as Row;
}

describe("windowsOf", () => {
  it.each([
    ["the top", { first: 0, last: 50 }, 50_000, [0]],
    ["near the end of a window, with the next one", { first: 100, last: 150 }, 50_000, [0, 1]],
    ["far down", { first: 30_150, last: 30_250 }, 50_000, [150, 151]],
    ["the very end", { first: 49_950, last: 50_000 }, 50_000, [249]],
    ["a short run", { first: 0, last: 50 }, 3, [0]],
    ["a view that is no longer there", { first: 900, last: 950 }, 3, [0]],
  ])("loads what is in view: %s", (_, view, count, windows) => {
    expect(windowsOf(view, count)).toEqual(windows);
  });
});

describe("spansOf", () => {
  it("asks once for numbers that lie close together, and apart for those that do not", () => {
    expect(spansOf([1, 2, 9, 500, 501])).toEqual([
      { first: 1, last: 9 },
      { first: 500, last: 501 },
    ]);
  });

  it("never asks for more than a page", () => {
    const spans = spansOf(Array.from({ length: 1_000 }, (_, place) => place + 1));
    expect(spans.every((span) => span.last - span.first < 200)).toBe(true);
  });
});

describe("changed", () => {
  it("leaves what is kept as it is where no row changes", () => {
    const rows = [row(1), row(2)];
    expect(changed(rows, replacing([row(1)]))).toBe(rows);
  });

  it("puts a newer row in its place, among pages too", () => {
    const pages = { pages: [{ entries: [row(1), row(2)], next_after: null }], pageParams: [0] };
    const newer = row(2, { decision: "accepted", decided_by_id: 4 });
    const after = changed(pages, replacing([newer]));
    expect(after).toEqual({ pages: [{ entries: [row(1), newer], next_after: null }], pageParams: [0] });
  });
});

describe("filters", () => {
  it("ask the server for nothing where every row is shown", () => {
    expect(isEverything(EVERYTHING)).toBe(true);
    expect(queryOf(EVERYTHING)).toEqual({});
  });

  it("know how many rows there are only where the run's counts tell", () => {
    const counts = { needs_review: 12 };
    expect(countOf({ ...EVERYTHING, decision: "needs_review" }, counts, 50)).toBe(12);
    expect(countOf({ ...EVERYTHING, groupCode: "01" }, counts, 50)).toBeNull();
    expect(countOf(EVERYTHING, counts, 50)).toBe(50);
  });
});

describe("bulkOf", () => {
  it("leaves out of an acceptance what has nothing to accept", () => {
    const rows = [row(1), row(2, { item_id: 5 })];
    expect(bulkOf(rows, "accepted")).toEqual({ numbers: [2], withoutItem: 1 });
    expect(bulkOf(rows, "no_such_item")).toEqual({ numbers: [1, 2], withoutItem: 0 });
  });
});

describe("toggled", () => {
  it("makes a whole range what its last row becomes", () => {
    expect([...toggled(new Set([1, 3]), 2, [1, 2])].sort()).toEqual([1, 2, 3]);
    expect([...toggled(new Set([1, 2, 3]), 2, [1, 2])]).toEqual([3]);
  });
});
