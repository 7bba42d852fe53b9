import i18next from "i18next";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startLanguage } from "@/language/language";

import type { Cell, ResultColumn } from "../answer";
import "../words";
import { copied, shown, tabSeparated } from "./cells";
import { moved } from "./moving";
import { nextSorting, sorted } from "./sorting";
import { widthOf, widthsOf } from "./widths";

const column = (kind: ResultColumn["kind"], name = "сумма"): ResultColumn => ({ name, kind });
const plain = (text: string) => text.replaceAll(/\s/gu, " ");

beforeAll(startLanguage);
beforeEach(async () => void (await i18next.changeLanguage("ru")));

describe("a value", () => {
  it.each<[Cell, ResultColumn, string]>([
    ["1234567.50", column("number"), "1 234 567,50"],
    [1234.5678, column("number"), "1 234,57"],
    ["-1086.76", column("number"), "-1 086,76"],
    [2024, column("integer"), "2024"],
    ["0.0123", column("number"), "0,0123"],
    [48213, column("integer"), "48 213"],
    [48213, column("integer", "contract_id"), "48213"],
    ["92233720368547758070", column("integer"), "92233720368547758070"],
    ["2026-10-01", column("date"), "01.10.2026"],
    ["2026-10-01T00:00:00", column("moment"), "01.10.2026"],
    ["2026-10-01T09:30:15", column("moment"), "01.10.2026 09:30"],
    [true, column("boolean"), "да"],
    [null, column("text"), "—"],
    ["Казань", column("text"), "Казань"],
  ])("%s of a Russian table is written as people write it", (cell, of, expected) => {
    expect(plain(shown(cell, of))).toBe(expected);
  });

  it("of an English table has English signs", async () => {
    await i18next.changeLanguage("en");
    expect(shown("1234567.5", column("number"))).toBe("1,234,567.5");
    expect(shown("2026-10-01", column("date"))).toBe("2026-10-01");
  });

  it("is copied exactly, with the decimal sign of the language's spreadsheets", () => {
    expect(copied("1234567.505", column("number"))).toBe("1234567,505");
    expect(copied(null, column("number"))).toBe("");
  });
});

describe("a table on the clipboard", () => {
  const columns = [column("text", "имя"), column("number")];

  it("has its columns parted by tabs, headings first", () => {
    expect(tabSeparated(columns, [["Уфа", "1.5"], ["Казань", null]])).toBe("имя\tсумма\nУфа\t1,5\nКазань\t");
  });

  it("keeps a value of several lines in its cell", () => {
    expect(tabSeparated([column("text", "имя")], [['а\n"б"']])).toBe('имя\n"а\n""б"""');
  });

  it("has no text that a spreadsheet would take for a formula", () => {
    expect(tabSeparated(columns, [["=1+1", "-5"]])).toBe("имя\tсумма\n'=1+1\t-5");
  });
});

describe("sorted rows", () => {
  const columns = [column("text", "имя"), column("number")];
  const rows: Cell[][] = [["б", "10.0"], ["а", "9.5"], ["ё", null], ["д", "100"]];
  const firsts = (place: number, isDescending: boolean) =>
    sorted(rows, columns, { place, isDescending }).map((row) => row[0]);

  it("stand by the number where the database told it as text, those without a value last", () => {
    expect(firsts(1, false)).toEqual(["а", "б", "д", "ё"]);
    expect(firsts(1, true)).toEqual(["д", "б", "а", "ё"]);
  });

  it("stand by the alphabet, ё beside е", () => {
    expect(firsts(0, false)).toEqual(["а", "б", "д", "ё"]);
  });

  it("go up, then down, then back to the order of the database", () => {
    const up = nextSorting(null, 1);
    const down = nextSorting(up, 1);
    expect([up, down, nextSorting(down, 1)]).toEqual([{ place: 1, isDescending: false }, { place: 1, isDescending: true }, null]);
    expect(sorted(rows, columns, null)).toBe(rows);
  });
});

describe("a column", () => {
  it("is as wide as its longest value, and on a narrow screen leaves room for the next", () => {
    const [named = 0, counted = 0] = widthsOf([{ name: "Контрагент", kind: "text" }, { name: "n", kind: "integer" }], [["ООО «Стройматериалы Северо-Запад»", 5]]);
    expect(named).toBeGreaterThan(counted);
    expect(widthOf(named)).toBe(`min(${named}ch, 56cqw)`);
  });
});

describe("the chosen cell", () => {
  it.each([
    ["ArrowDown", false, { row: 3, column: 1 }],
    ["ArrowLeft", false, { row: 2, column: 0 }],
    ["PageDown", false, { row: 4, column: 1 }],
    ["Home", true, { row: 0, column: 0 }],
    ["End", false, { row: 2, column: 2 }],
    ["a", false, null],
  ])("moves by %s and stays in the table", (key, isWhole, expected) => {
    expect(moved({ row: 2, column: 1 }, key, isWhole, 5, 3)).toEqual(expected);
  });
});
