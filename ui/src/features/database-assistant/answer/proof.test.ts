import { describe, expect, it } from "vitest";

import type { ProofSpan } from "../answer";
import { periodOf, piecesOf, unusedWords } from "./proof";

const span = (start: number, end: number, text: string, became: ProofSpan["became"], target = ""): ProofSpan => ({
  start,
  end,
  text,
  became,
  target,
});

describe("the pieces of a question", () => {
  it("are the whole question, with what its words became", () => {
    const pieces = piecesOf("сумма по отделам", [span(0, 5, "сумма", "aggregate", "sum"), span(9, 16, "отделам", "table", "department")]);
    expect(pieces.map((piece) => piece.text)).toEqual(["сумма", " по ", "отделам"]);
    expect(pieces.map((piece) => piece.span?.became ?? null)).toEqual(["aggregate", null, "table"]);
  });

  it("are counted as the server counts, also behind characters of two units", () => {
    const pieces = piecesOf("🏗 отделы", [span(2, 8, "отделы", "table", "department")]);
    expect(pieces.map((piece) => piece.text)).toEqual(["🏗 ", "отделы"]);
  });

  it("leave out a span that lies over an earlier one", () => {
    const pieces = piecesOf("в прошлом году", [span(2, 14, "прошлом году", "period"), span(10, 14, "году", "column")]);
    expect(pieces.map((piece) => piece.text).join("")).toBe("в прошлом году");
    expect(pieces.filter((piece) => piece.span)).toHaveLength(1);
  });

  it("are the question itself where there is no proof", () => {
    expect(piecesOf("что это", [])).toEqual([{ text: "что это", span: null }]);
  });
});

describe("unused words", () => {
  it("are those that became nothing, without the filling ones", () => {
    expect(unusedWords([span(0, 6, "покажи", "filler"), span(7, 14, "синюшно", "unused")])).toEqual(["синюшно"]);
  });
});

describe("a period", () => {
  it.each([
    ["month -1 … -1", { unit: "month", first: -1, last: -1 }],
    ["day -6 … +0", { unit: "day", first: -6, last: 0 }],
    ["2026-10-01 … 2026-11-01", { start: "2026-10-01", end: "2026-10-31" }],
    ["2026-10-01 …", { start: "2026-10-01", end: null }],
    ["… 2026-01-01", { start: null, end: "2025-12-31" }],
    ["прошлый год", null],
  ])("%s is read from its proof", (target, expected) => {
    expect(periodOf(target)).toEqual(expected);
  });
});
