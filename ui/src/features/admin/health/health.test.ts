import { describe, expect, it } from "vitest";

import { healthOf, partsDown } from "./health";

const at = "2026-11-23T04:00:00Z";

describe("how the parts are", () => {
  it("is shown in the order in which the one needs the other, the unknown at the end", () => {
    const told = ["llm", "new", "worker", "postgres"].map((name) => ({ name, state: "up" as const }));
    expect(healthOf({ parts: told, waiting_jobs: 3 }, at).parts.map(({ name }) => name)).toEqual(["postgres", "worker", "llm", "new"]);
  });

  it("does not blame the worker while Redis, which alone knows of it, is down", () => {
    const parts = ["redis", "worker"].map((name) => ({ name, state: "down" as const }));
    const health = healthOf({ parts, waiting_jobs: null }, at);
    expect(health.parts.map(({ state }) => state)).toEqual(["down", "unknown"]);
    expect(partsDown(health).map(({ name }) => name)).toEqual(["redis"]);
  });

  it("names those that are down; what is not set up is not among them", () => {
    const parts = [
      { name: "chroma", state: "down" as const },
      { name: "llm", state: "off" as const },
    ];
    expect(partsDown(healthOf({ parts, waiting_jobs: null }, at)).map(({ name }) => name)).toEqual(["chroma"]);
  });
});
