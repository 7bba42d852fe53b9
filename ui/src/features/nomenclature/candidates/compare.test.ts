import { describe, expect, it } from "vitest";

import { piecesOf } from "./compare";

function words(name: string, other: string, kind: "alike" | "word" | "number"): string[] {
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
    expect(words("3х2,5", "3х4", "number")).toEqual(["2,5"]);
  });

  it.each([
    ["a unit written to its number", "900Вт", "900 Вт"],
    ["a word cut short", "мет.", "металлическая"],
  ])("holds words alike in spite of %s", (_, name, other) => {
    expect(words(name, other, "number").concat(words(name, other, "word"))).toEqual([]);
  });

  it.each([
    ["16", "160", "16"],
    ["М400", "М500", "400"],
  ])("tells the number of %s from that of %s", (name, other, differing) => {
    expect(words(name, other, "number")).toEqual([differing]);
  });

  it("takes each number of the other name once, where it stands", () => {
    expect(words("Фанера 4 мм, сорт 2/4", "Фанера 9 мм, сорт 2/4", "number")).toEqual(["4"]);
  });

  it("holds words alike that only stand elsewhere", () => {
    expect(words("Речевой оповещатель 24 В", "Оповещатель речевой 24 В", "word")).toEqual([]);
  });

  it("passes over prepositions", () => {
    expect(words("Фанера с доставкой", "Фанера", "word")).toEqual(["доставкой"]);
  });

  it("tells one word from another", () => {
    expect(words("кабель", "провод", "word")).toEqual(["кабель"]);
  });
});
