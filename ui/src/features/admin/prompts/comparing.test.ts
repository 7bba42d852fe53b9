import { describe, expect, it } from "vitest";

import { differencesOf } from "./comparing";

const textOf = (side: "before" | "after", before: string, after: string) =>
  differencesOf(before, after)
    .filter((piece) => piece.side === "both" || piece.side === side)
    .map(({ text }) => text)
    .join("");

describe("the differences of two texts", () => {
  it("are the words that one has and the other has not", () => {
    expect(differencesOf("only posted sales", "only paid sales")).toEqual([
      { text: "only ", side: "both" },
      { text: "posted", side: "before" },
      { text: "paid", side: "after" },
      { text: " sales", side: "both" },
    ]);
  });

  it("of a text and itself are none", () => {
    expect(differencesOf("a b", "a b")).toEqual([{ text: "a b", side: "both" }]);
    expect(differencesOf("", "")).toEqual([]);
  });

  it.each([
    ["", "new words"],
    ["a\nb\nc", "a\nc\nd"],
    ["сумма в рублях", "сумма в тысячах рублей, без НДС"],
  ])("give both texts back: %j, %j", (before, after) => {
    expect(textOf("before", before, after)).toBe(before);
    expect(textOf("after", before, after)).toBe(after);
  });

  it("of long texts are found by lines, and soon", () => {
    const lines = Array.from({ length: 600 }, (_, line) => `row ${line} counts when posted\n`);
    const after = lines.with(300, "another line\n").join("");
    const changed = differencesOf(lines.join(""), after).filter(({ side }) => side !== "both");
    expect(changed.map(({ text }) => text)).toEqual([lines[300], "another line\n"]);
  });
});
