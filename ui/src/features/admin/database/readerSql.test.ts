import { describe, expect, it } from "vitest";

import { readerRoleSql } from "./readerSql";

describe("the SQL of a role that only reads", () => {
  it.each([
    ["postgresql", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO spravka_reader;"],
    ["mssql", "GRANT SELECT ON SCHEMA::dbo TO spravka_reader;"],
    ["mysql", "GRANT SELECT ON dwh.* TO 'spravka_reader'@'%';"],
    ["clickhouse", "GRANT SELECT ON dwh.* TO spravka_reader;"],
  ] as const)("grants reading alone: %s", (dialect, grant) => {
    const sql = readerRoleSql({ dialect, database: "dwh", namespaces: [] }) ?? "";
    expect(sql.split("\n")).toContain(grant);
    expect(sql).not.toMatch(/GRANT (ALL|INSERT|UPDATE|DELETE)/);
  });

  it("names every schema that was chosen, quoted where it is no plain word", () => {
    const sql = readerRoleSql({ dialect: "postgresql", database: "Хранилище", namespaces: ["sales", 'a"b'] }) ?? "";
    expect(sql).toContain('ON DATABASE "Хранилище"');
    expect(sql).toContain("SCHEMA sales TO");
    expect(sql).toContain('SCHEMA "a""b" TO');
  });

  it("is none for a file", () => {
    expect(readerRoleSql({ dialect: "sqlite", database: "x.db", namespaces: [] })).toBeNull();
  });
});
