import { describe, expect, it } from "vitest";

import { shareSpent, tokensOf } from "./usage";

describe("what is spent on the language model", () => {
  it("is what was sent and what was received", () => {
    expect(tokensOf({ sent_tokens: 900, received_tokens: 100 })).toBe(1_000);
  });

  it.each([
    [500, 1_000, 0.5],
    [2_000, 1_000, 1],
    [0, 0, 1],
    [500, null, null],
  ])("%s of a limit of %s is the share %s", (spent, limit, share) => {
    expect(shareSpent(spent, limit)).toBe(share);
  });
});
