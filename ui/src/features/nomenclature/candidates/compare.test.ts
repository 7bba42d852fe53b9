import { describe, expect, it } from "vitest";

import { piecesOf } from "./compare";

function words(name: string, other: string, kind: "alike" | "different"): string[] {
  return piecesOf(name, other)
    .filter((piece) => piece.kind === kind)
    .map((piece) => piece.text);
}

describe("piecesOf", () => {
  it("gives the name back whole, sign by sign", () => {
    const name = "  Кабель ВВГнг(А)-LS 3х2,5 — 100 м. ";
    expect(piecesOf(name, "кабель").map((piece) => piece.text).join("")).toBe(name);
  });

  it.each([
    ["letter case", "КАБЕЛЬ", "кабель"],
    ["ё and е", "счётчик", "счетчик"],
    ["Latin letters in a Cyrillic word", "BBГ", "ВВГ"],
    ["a decimal comma", "2,5", "2.5"],
    ["zeros at the end", "2,50", "2.5"],
    ["the ending of a long word", "оцинкованная", "оцинкованный"],
  ])("holds words alike in spite of %s", (_, name, other) => {
    expect(words(name, other, "alike")).toEqual([name]);
  });

  it("compares the numbers of a size one by one", () => {
    expect(words("3х2,5", "3х4", "alike")).toEqual(["3"]);
    expect(words("3х2,5", "3х4", "different")).toEqual(["2,5"]);
  });

  it.each([
    ["16", "160"],
    ["кабель", "провод"],
    ["М400", "М500"],
  ])("tells %s from %s", (name, other) => {
    expect(words(name, other, "different")).toEqual([name]);
  });
});
