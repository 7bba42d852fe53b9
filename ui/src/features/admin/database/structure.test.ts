import { describe, expect, it } from "vitest";

import { columnOf, structureOf, textOf } from "./structure";

const schema = {
  tables: [
    { key: "orders", columns: [{ name: "id", kind: "integer" }] },
    { key: "crm.clients", columns: [{ name: "name", kind: "text" }] },
  ],
};

describe("the structure that rules are made about", () => {
  it("has the tables in the order of the alphabet", () => {
    expect(structureOf(schema, []).map((table) => table.key)).toEqual(["crm.clients", "orders"]);
  });

  it("has the hidden columns and tables too, each once", () => {
    const hidden = [
      { table: "orders", column: "margin" },
      { table: "orders", column: "id" },
      { table: "salaries", column: "sum" },
    ];
    const [, orders, salaries] = structureOf(schema, hidden);
    expect(orders?.columns.map((column) => column.name)).toEqual(["id", "margin"]);
    expect(salaries).toEqual({ key: "salaries", columns: [{ name: "sum", kind: "" }] });
  });

  it("names a column by one text and finds it again", () => {
    const column = { table: "crm.clients", column: "full name: x" };
    expect(columnOf(textOf(column))).toEqual(column);
  });
});
