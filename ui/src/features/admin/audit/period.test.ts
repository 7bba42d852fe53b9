import { describe, expect, it } from "vitest";

import { momentsOf } from "./period";

const now = new Date(2026, 10, 23, 15, 30);
const days = { from: "2026-11-01", to: "2026-11-03" };

describe("the time that is asked for", () => {
  it("is without bounds where any is", () => {
    expect(momentsOf({ time: "any", ...days }, now)).toEqual({});
  });

  it.each([
    ["today", new Date(2026, 10, 23)],
    ["week", new Date(2026, 10, 17)],
    ["month", new Date(2026, 9, 25)],
  ] as const)("%s begins at midnight", (time, since) => {
    expect(momentsOf({ time, from: "", to: "" }, now)).toEqual({ since: since.toISOString() });
  });

  it("holds the whole last day that was chosen", () => {
    const chosen = momentsOf({ time: "own", ...days }, now);
    expect(chosen).toEqual({ since: new Date(2026, 10, 1).toISOString(), until: new Date(2026, 10, 4).toISOString() });
  });

  it("may be open at either end", () => {
    expect(momentsOf({ time: "own", from: "", to: "2026-11-03" }, now)).toEqual({ until: new Date(2026, 10, 4).toISOString() });
  });
});
