import { describe, expect, it } from "vitest";

import { type Group, namesTo, pathTo } from "./groups";
import { branchesWith, linesOf, opened, treeOf } from "./tree";

const groupOf = (code: string, name: string | null, parent: string | null, count = 0): Group => ({
  id: Number(code.replaceAll(".", "")) + 1, code, name, parent_code: parent, item_count: count,
});
const groups = [
  groupOf("2", "Трубы", null, 4),
  groupOf("1", "Кабели", null),
  groupOf("1.2", "Контрольные", "1", 3),
  groupOf("1.1", "Силовые", "1", 2),
];
const tree = treeOf(groups);

describe("treeOf", () => {
  it("stands in the order of the codes, and counts what is below too", () => {
    expect(tree.map((node) => [node.label, node.count])).toEqual([["Кабели", 5], ["Трубы", 4]]);
    expect(tree[0]?.children.map((node) => node.code)).toEqual(["1.1", "1.2"]);
  });

  it("keeps every group where parents are unknown or close a ring", () => {
    const ring = treeOf([groupOf("1", null, "2"), groupOf("2", null, "1"), groupOf("3", null, "9", 1)]);
    expect(ring.map((node) => node.label)).toEqual(["1", "2", "3"]);
  });
});

describe("linesOf", () => {
  it("shows what is below an open group, one level deeper", () => {
    expect(linesOf(tree, () => false).map((line) => line.node.code)).toEqual(["1", "2"]);
    const lines = linesOf(tree, (code) => code === "1");
    expect(lines.map((line) => [line.node.code, line.level, line.place, line.siblings])).toEqual([
      ["1", 1, 1, 2], ["1.1", 2, 1, 2], ["1.2", 2, 2, 2], ["2", 1, 2, 2],
    ]);
  });
});

describe("branchesWith", () => {
  it("keeps the way down to what was looked for, and opens it", () => {
    const found = branchesWith(tree, "силов");
    expect(linesOf(found, (code) => opened(found, "силов").has(code)).map((line) => line.node.code)).toEqual(["1", "1.1"]);
  });

  it("finds by the beginning of a code, and leaves nothing where nothing fits", () => {
    expect(branchesWith(tree, "1.2")[0]?.children.map((node) => node.code)).toEqual(["1.2"]);
    expect(branchesWith(tree, "краска")).toEqual([]);
  });
});

describe("pathTo", () => {
  it("leads from the root down, and ends in a ring", () => {
    const known = new Map(groups.map((group) => [group.code, group]));
    expect(pathTo("1.1", known)).toEqual(["1", "1.1"]);
    expect(pathTo("9", known)).toEqual(["9"]);
    expect(pathTo("a", new Map([["a", groupOf("1", null, "a")]]))).toEqual(["a"]);
  });
});

describe("namesTo", () => {
  it("tells the names from the root down, without those that have none", () => {
    const known = new Map([...groups, groupOf("1.1.1", null, "1.1"), groupOf("1.1.1.1", "Гибкие", "1.1.1")].map((one) => [one.code, one]));
    expect(namesTo("1.1.1.1", known)).toEqual(["Кабели", "Силовые", "Гибкие"]);
    expect(namesTo("1.1.1", known)).toEqual(["Кабели", "Силовые", "1.1.1"]);
  });
});
