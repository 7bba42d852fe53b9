import { describe, expect, it } from "vitest";

import { factsOf } from "./facts";

describe("what is known of an event", () => {
  it("is told fact by fact", () => {
    expect(factsOf({ role: "admin", modes: ["documents", "databases"], version: 0, is_active: false })).toEqual([
      "role: admin",
      "modes: documents, databases",
      "version: 0",
      "is_active: false",
    ]);
  });

  it("leaves out what says nothing", () => {
    expect(factsOf({ host: "", port: null, options: {}, modes: [] })).toEqual([]);
  });

  it("tells what lies deeper as it is", () => {
    expect(factsOf({ options: { tls: "verified" } })).toEqual(['options: {"tls":"verified"}']);
  });
});
