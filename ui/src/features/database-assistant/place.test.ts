import { describe, expect, it } from "vitest";

import { chatIn } from "./place";

describe("the open conversation", () => {
  it.each([
    [{ chat: 12 }, 12],
    [{ chat: "12" }, 12],
    [{}, null],
    [{ chat: "twelve" }, null],
    [{ chat: -1 }, null],
    [{ chat: 1.5 }, null],
  ])("of the address %j is %s", (search, expected) => {
    expect(chatIn(search)).toBe(expected);
  });
});
