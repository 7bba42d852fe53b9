import { describe, expect, it } from "vitest";

import { type Group, pathOf, treeOf } from "./catalogue";
import { placeOf, searchOf } from "./place";
import { columnName, namesOf } from "./starting/starting";

function group(code: string, parent_code: string | null, name: string | null = code): Group {
  return { id: 1, code, name, parent_code, item_count: 0 };
}

describe("treeOf", () => {
  it("puts groups below their parents, whichever comes first", () => {
    const [root] = treeOf([group("1.1", "1"), group("1", null)]);
    expect(root).toMatchObject({ value: "1", children: [{ value: "1.1" }] });
  });

  it("shows every group even where parents are unknown or close a ring", () => {
    const roots = treeOf([group("a", "gone"), group("b", "c"), group("c", "b"), group("d", "d")]);
    expect(roots.map((node) => node.value).sort()).toEqual(["a", "b", "c", "d"]);
  });
});

describe("pathOf", () => {
  it("tells the names from the root down", () => {
    const groups = new Map([group("1", null, "Cables"), group("1.1", "1", "Power")].map((one) => [one.code, one]));
    expect(pathOf("1.1", groups)).toEqual(["Cables", "Power"]);
  });
});

describe("places", () => {
  it.each([{}, { isNew: true }, { run: 5 }, { run: 5, row: 17 }])("come back from the address: %o", (place) => {
    expect(placeOf(searchOf(place))).toEqual(place);
  });

  it("pass over what is no number", () => {
    expect(placeOf({ run: "abc", row: -1 })).toEqual({});
  });
});

describe("namesOf", () => {
  it("takes a name a line and no blank lines", () => {
    expect(namesOf(" Труба 57х3,5 \r\n\n  \nКабель\n")).toEqual(["Труба 57х3,5", "Кабель"]);
  });
});

describe("columnName", () => {
  it("names a column by its header, or by its number where that is no plain line", () => {
    expect(columnName(["Артикул", "Наименование\nтовара"], 0)).toBe("Артикул");
    expect(columnName(["Артикул", "Наименование\nтовара"], 1)).toBe("2");
  });
});
