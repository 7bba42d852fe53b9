import { describe, expect, it } from "vitest";

import { pointsOf, scaleOf } from "./accuracyLine";
import { columnsOf, isEnough } from "./imports";
import { branchesWith } from "./items/branches";
import { placeOf } from "./place";
import { isSlug, slugOf } from "./slug";

describe("slugOf", () => {
  it.each([
    ["Строительные материалы", "stroitelnye-materialy"],
    ["  НСИ №1 (2026) ", "nsi-1-2026"],
    ["Щёки & ёлки", "shcheki-elki"],
  ])("makes a short name of %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(isSlug(slug)).toBe(true);
  });

  it("stays within what the server takes", () => {
    expect(isSlug(slugOf("очень длинное название ".repeat(20)))).toBe(true);
  });
});

describe("columns of an import", () => {
  it("are those that the server has told", () => {
    expect(columnsOf({ code: 0, name: 1, unit: null, other: 4 })).toEqual({ code: 0, name: 1 });
  });

  it.each([
    [{ code: 0, name: 1, group_code: 2 }, true],
    [{ code: 0, name: 1, parent_code: 2 }, true],
    [{ code: 0, name: 1 }, false],
    [{ name: 1, group_code: 2 }, false],
  ])("are enough or not: %o", (columns, enough) => {
    expect(isEnough(columns)).toBe(enough);
  });
});

describe("the line of accuracies", () => {
  it("has room for the values, and never the same top and bottom", () => {
    expect(scaleOf([0.83, 0.91])).toEqual({ from: 0.8, to: 1 });
    const alone = scaleOf([1]);
    expect(alone.to).toBeGreaterThan(alone.from);
  });

  it("goes from left to right, the better the higher", () => {
    const [worse, better] = pointsOf([0.8, 1], { from: 0.8, to: 1 }, 100, 50);
    expect(worse).toEqual({ x: 0, y: 50 });
    expect(better).toEqual({ x: 100, y: 0 });
  });
});

describe("branchesWith", () => {
  const tree = [{ value: "1", label: "Кабели", children: [{ value: "1.1", label: "Силовые" }] }, { value: "2", label: "Трубы" }];

  it("keeps the way down to what was looked for", () => {
    expect(branchesWith(tree, "силов")).toEqual([tree[0]]);
  });

  it("leaves nothing where nothing fits", () => {
    expect(branchesWith(tree, "краска")).toEqual([]);
  });
});

describe("placeOf", () => {
  it("reads the catalogue and the tab, and passes over the rest", () => {
    expect(placeOf({ catalogue: 4, tab: "imports" })).toEqual({ catalogue: 4, tab: "imports" });
    expect(placeOf({ catalogue: "x", tab: "y" })).toEqual({});
  });
});
