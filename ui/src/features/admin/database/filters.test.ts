import { describe, expect, it } from "vitest";

import { emptyFilter, filterOf, isWhole, valueOf } from "./filters";

const rule = { ...emptyFilter, table: "orders", column: "region" };

describe("a value typed for a column", () => {
  it.each([
    ["12 500,5", "number", 12_500.5],
    ["7", "integer", 7],
    ["семь", "integer", "семь"],
    ["да", "boolean", true],
    ["0", "boolean", false],
    [" 007 ", "text", "007"],
    ["2026-01-01", "date", "2026-01-01"],
  ])("%j of kind %s is %j", (text, kind, value) => {
    expect(valueOf(text, kind)).toBe(value);
  });
});

describe("a row filter", () => {
  it("compares with one value where its operator takes one", () => {
    const draft = { ...rule, values: ["Юг", "Север"] };
    expect(filterOf(draft, "text")).toEqual({ table: "orders", column: "region", operator: "equal", values: ["Юг"] });
  });

  it("compares with several where its operator takes several", () => {
    const draft = { ...rule, operator: "one_of" as const, values: ["1", "2"] };
    expect(filterOf(draft, "integer").values).toEqual([1, 2]);
  });

  it("compares with what is the caller's own, and then with no value", () => {
    const draft = { ...rule, values: ["Юг"], attribute: "email" as const };
    expect(filterOf(draft, "text")).toEqual({ table: "orders", column: "region", operator: "equal", user_attribute: "email" });
  });

  it("sends nothing to compare with where it asks for emptiness", () => {
    const draft = { ...rule, operator: "is_empty" as const, values: ["x"], attribute: "id" as const };
    expect(filterOf(draft, "text")).toEqual({ table: "orders", column: "region", operator: "is_empty" });
  });

  it.each([
    [rule, false],
    [{ ...rule, values: [" "] }, false],
    [{ ...rule, values: ["Юг"] }, true],
    [{ ...rule, attribute: "email" as const }, true],
    [{ ...rule, operator: "is_empty" as const }, true],
    [{ ...rule, column: "", values: ["Юг"] }, false],
  ])("%j is whole: %s", (draft, whole) => {
    expect(isWhole(draft)).toBe(whole);
  });
});
