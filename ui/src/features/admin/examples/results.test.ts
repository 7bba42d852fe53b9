import { describe, expect, it } from "vitest";

import { failureOf, knownIn, resultOf } from "./results";

describe("what an example gave", () => {
  it("is read with the names of its columns", () => {
    const kept = { hash: "…", row_count: 40, columns: [{ name: "region", kind: "text" }], rows: [["Юг"]] };
    expect(resultOf(kept)).toEqual({ rowCount: 40, columns: ["region"], rows: [["Юг"]] });
  });

  it("is nothing where the query failed, and the failure is told", () => {
    const kept = { problem: { type: "x", title: "No such column", detail: "It is gone." } };
    expect(resultOf(kept)).toBeNull();
    expect(failureOf(kept)).toEqual({ title: "No such column", detail: "It is gone." });
    expect(failureOf({ row_count: 1 })).toBeNull();
    expect(failureOf(null)).toBeNull();
  });

  it("is compared row by row, whatever their order", () => {
    expect(knownIn([["Юг", 1], ["Север", 3]], [["Север", 2], ["Юг", 1]])).toEqual([true, false]);
  });
});
