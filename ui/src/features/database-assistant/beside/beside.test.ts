import { describe, expect, it } from "vitest";

import type { GlossaryTerm } from "../databases";
import { commentOf, search, structureOf } from "./structure";
import { draftOf, emptyTerm, isComplete, meaningOf, termOf } from "./terms";

const column = (name: string, comment = "") => ({ name, kind: "text", type_name: "text", comment, is_nullable: true });
const structure = structureOf(
  {
    dialect: "postgresql",
    learned_at: null,
    tables: [
      { key: "payment", comment: "Платежи", columns: [column("id"), column("contract_id"), column("amount", "Сумма платежа")], primary_key: ["id"], row_count: 12, is_view: false },
      { key: "hr.employee", comment: "", columns: [column("name", "ФИО, учётное")], primary_key: [], row_count: null, is_view: true },
    ],
    foreign_keys: [{ table: "payment", columns: ["contract_id"], to_table: "contract", to_columns: ["id"], is_inferred: true }],
  },
  [{ table_key: "hr.employee", column_name: "name", value_count: 40, is_complete: false }],
);

describe("the structure of a database", () => {
  it("has keys and known values at their columns", () => {
    const [payment, employee] = structure.tables;
    expect(payment?.columns[0]?.isPrimary).toBe(true);
    expect(payment?.columns[1]?.pointsTo).toEqual({ table: "contract", column: "id", isInferred: true });
    expect(employee?.columns[0]?.known).toEqual({ count: 40, isComplete: false });
  });

  it.each([
    ["", ["payment:3", "hr.employee:1"]],
    ["ПЛАТЕЖИ", ["payment:3"]],
    ["сумма", ["payment:1"]],
    ["payment amount", ["payment:1"]],
    ["учетное", ["hr.employee:1"]],
    ["ничего такого", []],
  ])("is searched for «%s» by names and comments", (wanted, expected) => {
    const found = search(structure.tables, wanted).map(({ table, columns }) => `${table.key}:${columns.length}`);
    expect(found).toEqual(expected);
  });

  it.each([
    ["payment", "Платежи"],
    ["payment.amount", "Сумма платежа"],
    ["hr.employee.name = Иванов", "ФИО, учётное"],
    ["payment.nothing", ""],
  ])("tells what the makers wrote about %s", (target, comment) => {
    expect(commentOf(structure, target)).toBe(comment);
  });
});

describe("a term of the glossary", () => {
  const filled = { ...emptyTerm, term: " долг ", table: "payment", column: "amount", value: "x" };

  it("is sent without the parts that belong to another kind", () => {
    expect(termOf({ ...filled, kind: "column" })).toEqual({
      term: "долг", kind: "column", table: "payment", column: "amount", value: "", aggregate: null, formula: null,
    });
    expect(termOf({ ...filled, kind: "measure" })).toMatchObject({ column: "amount", aggregate: "sum" });
  });

  it("is complete with all parts of its kind", () => {
    expect(isComplete(filled)).toBe(true);
    expect(isComplete({ ...filled, column: "" })).toBe(false);
    expect(isComplete({ ...filled, kind: "table", column: "" })).toBe(true);
    expect(isComplete({ ...filled, kind: "value", value: " " })).toBe(false);
    expect(isComplete({ ...filled, kind: "condition", formula: "[1]" })).toBe(false);
    expect(isComplete({ ...filled, kind: "condition", formula: "{}" })).toBe(true);
    expect(isComplete({ ...filled, kind: "condition" }, "integer")).toBe(false);
    expect(isComplete({ ...filled, kind: "condition", value: "1 000,5" }, "number")).toBe(true);
  });

  it("that is a plain condition is written without JSON, and comes back as it was", () => {
    const draft = { ...filled, kind: "condition" as const, sign: ">" as const, value: "5" };
    const sent = termOf(draft, "integer");
    expect(sent.formula).toEqual({
      node: "comparison",
      left: { node: "column", table: "payment", column: "amount" },
      operator: ">",
      right: { node: "constant", value: 5 },
    });
    const kept = { ...sent, id: 1, column: "", value: "", aggregate: "", formula: sent.formula ?? null, created_at: "" } as GlossaryTerm;
    expect(draftOf(kept)).toMatchObject({ column: "amount", sign: ">", value: "5", formula: "" });
    expect(meaningOf(kept)).toBe("payment: amount > 5");
  });
});
