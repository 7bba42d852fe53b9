import { describe, expect, it } from "vitest";

import { laidOut } from "./layout";
import { tokensOf } from "./tokens";

const kindsIn = (sql: string) => tokensOf(sql).flatMap(({ kind, text }) => (kind === "space" ? [] : [`${kind}:${text}`]));

describe("the parts of SQL", () => {
  it.each([
    ["SELECT sum(amount)", ["keyword:SELECT", "function:sum", "sign:(", "name:amount", "sign:)"]],
    [`"order" >= 1.5`, [`name:"order"`, "sign:>=", "number:1.5"]],
    ["'it''s' -- so", ["string:'it''s'", "comment:-- so"]],
    ["[Имя поля] <> `b`", ["name:[Имя поля]", "sign:<>", "name:`b`"]],
    ["'open", ["string:'open"]],
  ])("of %s are told apart", (sql, expected) => {
    expect(kindsIn(sql)).toEqual(expected);
  });

  it("joined together are the text again", () => {
    const sql = "WITH a AS (SELECT 1 /* one */) SELECT * FROM a WHERE б = 'в''г' AND x::date < $1; 'open";
    expect(tokensOf(sql).map((token) => token.text).join("")).toBe(sql);
  });
});

describe("a query of one line", () => {
  it("gets a line for each clause, join and condition", () => {
    const sql = "SELECT a, sum(b) FROM t LEFT JOIN u ON t.id = u.id WHERE a > 1 AND b BETWEEN 1 AND 2 GROUP BY a ORDER BY a LIMIT 5";
    expect(laidOut(sql).split("\n")).toEqual([
      "SELECT a, sum(b)",
      "FROM t",
      "LEFT JOIN u ON t.id = u.id",
      "WHERE a > 1",
      "  AND b BETWEEN 1 AND 2",
      "GROUP BY a",
      "ORDER BY a",
      "LIMIT 5",
    ]);
  });

  it("has inner queries further in, and other parentheses as they were", () => {
    const sql = "SELECT (a + b) FROM (SELECT a, b FROM t WHERE a IN (1, 2)) AS q";
    expect(laidOut(sql).split("\n")).toEqual(["SELECT (a + b)", "FROM (", "  SELECT a, b", "  FROM t", "  WHERE a IN (1, 2)", ") AS q"]);
  });

  it("is changed in its blanks only", () => {
    const sql = "SELECT 'from  where' FROM t UNION ALL SELECT x FROM (SELECT 1 AS x) AS s";
    expect(laidOut(sql).replaceAll(/\s/g, "")).toBe(sql.replaceAll(/\s/g, ""));
    expect(laidOut(sql)).toContain("'from  where'");
  });

  it("of several lines stays as somebody wrote it", () => {
    expect(laidOut("SELECT 1\n  FROM t WHERE a")).toBe("SELECT 1\n  FROM t WHERE a");
  });
});
