import { describe, expect, it } from "vitest";

import { healthOf } from "./health";

describe("the health of the installation", () => {
  it("names the part that is down", () => {
    const told = { status: "not ready", parts: { postgres: "up", redis: "down" } };
    expect(healthOf(told, "2026-11-23T00:00:00Z")).toEqual({
      isReady: false,
      parts: [
        { name: "postgres", isUp: true },
        { name: "redis", isUp: false },
      ],
      askedAt: "2026-11-23T00:00:00Z",
    });
  });

  it("is not ready where something else has answered", () => {
    expect(healthOf(null, "").isReady).toBe(false);
    expect(healthOf({ detail: "Bad gateway" }, "").parts).toEqual([]);
  });
});
