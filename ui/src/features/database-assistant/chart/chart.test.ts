import { describe, expect, it } from "vitest";

import type { ChartSpecification, ResultColumn, Row } from "../answer";
import { drawingOf, kindsOf, suggested } from "./charting";
import { heightOf, type Look, optionsOf } from "./options";

const columns: ResultColumn[] = [
  { name: "месяц", kind: "date" },
  { name: "город", kind: "text" },
  { name: "сумма", kind: "number" },
];
const rows: Row[] = [
  ["2026-01-01", "Уфа", "10.5"],
  ["2026-01-01", "Казань", "7"],
  ["2026-02-01", "Уфа", "12"],
];
const look: Look = { colours: ["#000"], text: "#111", dimmed: "#222", line: "#333", paper: "#fff", font: "Inter" };
const byCity: ChartSpecification = { kind: "line", x: 0, y: [2], series: 1 };

describe("a drawing", () => {
  it("has a line for each value of the series column, with gaps where there is nothing", () => {
    expect(drawingOf(byCity, columns, rows)).toMatchObject({
      categories: ["2026-01-01", "2026-02-01"],
      series: [
        { name: "Уфа", values: [10.5, 12] },
        { name: "Казань", values: [7, null] },
      ],
    });
  });

  it("has a line for each measure where there is no series column", () => {
    const drawing = drawingOf({ ...byCity, x: 1, series: null }, columns, rows.slice(0, 2));
    expect(drawing.series.map((one) => [one.name, one.values])).toEqual([["сумма", [10.5, 7]]]);
  });

  it("as a line has no point for rows without a place in its order, as bars it has one", () => {
    const withNone: Row[] = [...rows, [null, "Уфа", "5"]];
    expect(drawingOf(byCity, columns, withNone).categories).toEqual(["2026-01-01", "2026-02-01"]);
    expect(drawingOf({ ...byCity, kind: "bar" }, columns, withNone).categories).toEqual(["2026-01-01", "2026-02-01", null]);
  });

  it("is offered as slices only of one measure without negative values", () => {
    const single: ChartSpecification = { kind: "bar", x: 1, y: [2], series: null };
    expect(kindsOf(single, rows)).toEqual(["bar", "line", "pie"]);
    expect(kindsOf(single, [["", "Уфа", "-1"]])).toEqual(["bar", "line"]);
    expect(kindsOf(byCity, rows)).toEqual(["bar", "line"]);
    expect(kindsOf(single, Array.from({ length: 9 }, (_, at) => ["", `Город ${at}`, "1"]))).toEqual(["bar", "line"]); // no ninth colour
    expect(kindsOf({ kind: "number", x: null, y: [0], series: null }, rows)).toEqual(["number"]);
  });

  it("is suggested by the columns where the server tells none", () => {
    expect(suggested(columns, rows)).toEqual({ kind: "line", x: 0, y: [2], series: null });
    expect(suggested(columns.slice(0, 2), rows)).toBeNull();
    expect(suggested([{ name: "year", kind: "integer" }, { name: "сумма", kind: "number" }], [[2025, "1"], [2026, "2"]])).toMatchObject({ x: 0, y: [1] });
  });
});

describe("slices", () => {
  const slices: ChartSpecification = { kind: "pie", x: 1, y: [2], series: null };

  it("have their names beside them where there is no room around them", () => {
    expect(optionsOf(slices, columns, rows, look)).toMatchObject({
      baseOption: { legend: { show: false } },
      media: [{ option: { legend: { show: true, orient: "vertical" }, series: [{ label: { position: "inside" } }] } }],
    });
  });
});

describe("bars with many labels", () => {
  const many: Row[] = Array.from({ length: 20 }, (_, place) => ["2026-01-01", `Объект ${place}`, String(place)]);
  const bars: ChartSpecification = { kind: "bar", x: 1, y: [2], series: null };

  it("lie, so that the labels can be read, and have the room for it", () => {
    expect(optionsOf(bars, columns, many, look)).toMatchObject({ xAxis: { type: "value" }, yAxis: { type: "category", inverse: true } });
    expect(heightOf(bars, columns, many)).toBeGreaterThan(heightOf(bars, columns, many.slice(0, 3)));
  });

  it("stand where there are few", () => {
    expect(optionsOf(bars, columns, many.slice(0, 3), look)).toMatchObject({ xAxis: { type: "category" }, yAxis: { type: "value" } });
  });
});
