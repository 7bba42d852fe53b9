import { describe, expect, it } from "vitest";

import { isSlug, slugOf } from "./slug";

describe("a short name", () => {
  it.each([
    ["Отдел закупок", "otdel-zakupok"],
    ["Щебень & Ко №2", "shcheben-ko-2"],
    ["  Юг — стройка  ", "yug-stroyka"],
    ["ЪЬ", ""],
  ])("made of %j is %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("made of a long name is one that the server takes", () => {
    expect(isSlug(slugOf("Управление строительства ".repeat(9)))).toBe(true);
  });

  it.each([
    ["procurement", true],
    ["a-1", true],
    ["a--1", false],
    ["-a", false],
    ["Отдел", false],
    ["", false],
  ])("%j is taken: %s", (text, isTaken) => {
    expect(isSlug(text)).toBe(isTaken);
  });
});
