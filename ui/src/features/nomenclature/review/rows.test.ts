import { describe, expect, it } from "vitest";

import type { Row } from "../deciding/decided";
import { fitting } from "./bulk";
import { changed, replacing } from "./cachedRows";
import { EVERYTHING, filterOf, isAsNumbered, orderedBy, queryOf } from "./filter";
import { overruledIn } from "./fresh";
import { merged } from "./numbers";
import { windowsOf } from "./rowList";
import { toggled } from "./selection";

function row(number: number, changes: Partial<Row> = {}): Row {
  const found = { decision: "needs_review", item_id: null, confidence: null, candidates: [], decided_at: null } as const;
  return { ...found, candidates: [], decided_by_id: null, decided_by_person: false, ...changes, number } as Row;
}

describe("windowsOf", () => {
  it.each([
    ["the top", { first: 0, last: 50 }, 50_000, [0]],
    ["near the end of a window, with the next one", { first: 0, last: 100 }, 50_000, [0, 1]],
    ["far down", { first: 30_150, last: 30_250 }, 50_000, [301, 302]],
    ["the very end", { first: 49_950, last: 50_000 }, 50_000, [499]],
    ["a short run", { first: 0, last: 50 }, 3, [0]],
    ["a view that is no longer there", { first: 900, last: 950 }, 3, [0]],
  ])("loads what is in view: %s", (_, view, count, windows) => {
    expect(windowsOf(view, count)).toEqual(windows);
  });
});

describe("merged", () => {
  it("adds at the end what a run has found since, and keeps what has left the filter", () => {
    expect(merged([1, 4], [4, 7])).toEqual([1, 4, 7]);
  });

  it("is the very same list where nothing is new", () => {
    const before = [1, 4];
    expect(merged(before, [4])).toBe(before);
  });
});

describe("changed", () => {
  it("leaves what is kept as it is where no row changes", () => {
    const rows = [row(1), row(2)];
    expect(changed(rows, replacing([row(1)]))).toBe(rows);
  });

  it("puts a newer row in its place", () => {
    const newer = row(2, { decision: "accepted", decided_by_id: 4 });
    expect(changed([row(1), row(2)], replacing([newer]))).toEqual([row(1), newer]);
  });
});

describe("overruledIn", () => {
  const mine = row(1, { decision: "accepted", item_id: 7, decided_by_id: 3, decided_by_person: true });

  it.each([
    ["somebody else says otherwise", { ...mine, decision: "no_such_item", item_id: null, decided_by_id: 8 }, [1]],
    ["somebody else chooses another item", { ...mine, item_id: 9, decided_by_id: 8 }, [1]],
    ["somebody else says the same", { ...mine, decided_by_id: 8 }, []],
    ["one changes one's own mind", { ...mine, item_id: 9 }, []],
  ])("names one's own rows where %s", (_, newer, numbers) => {
    expect(overruledIn([mine], [newer as Row], 3).map((one) => one.number)).toEqual(numbers);
  });

  it("names no row that somebody else had decided before", () => {
    expect(overruledIn([row(1)], [{ ...mine, decided_by_id: 8 }], 3)).toEqual([]);
  });
});

describe("filters", () => {
  it("ask the server for nothing where every row is shown by its number", () => {
    expect(isAsNumbered(EVERYTHING)).toBe(true);
    expect(queryOf(EVERYTHING)).toEqual({});
  });

  it("turn the order round when a heading is pressed again", () => {
    const once = orderedBy(EVERYTHING, "confidence");
    expect(queryOf(once)).toEqual({ order: "confidence" });
    expect(queryOf(orderedBy(once, "confidence"))).toEqual({ order: "confidence", descending: true });
    expect(isAsNumbered(once)).toBe(false);
  });

  it("kept by an older page are made whole", () => {
    expect(filterOf({ decision: "accepted" })).toEqual({ ...EVERYTHING, decision: "accepted" });
    expect(filterOf(null)).toBe(EVERYTHING);
  });
});

describe("fitting", () => {
  it("leaves out of an acceptance what has nothing to accept", () => {
    expect(fitting([1, 2, 3], [2, 9])).toEqual({ numbers: [2], withoutItem: 2 });
  });
});

describe("toggled", () => {
  it("makes a whole range what its last row becomes", () => {
    expect([...toggled(new Set([1, 3]), 2, [1, 2])].sort()).toEqual([1, 2, 3]);
    expect([...toggled(new Set([1, 2, 3]), 2, [1, 2])]).toEqual([3]);
  });
});
