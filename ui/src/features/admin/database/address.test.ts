import { describe, expect, it } from "vitest";

import { addressOf, draftOf, emptyDraft, isComplete, keepsPassword, usualPort } from "./address";

const draft = { ...emptyDraft, name: "Склад", host: "db.firm.local", database: "warehouse", user: "reader" };

describe("the address of a database", () => {
  it("tells of a server only what was typed", () => {
    expect(addressOf(draft, "secret")).toEqual({
      dialect: "postgresql",
      host: "db.firm.local",
      database: "warehouse",
      user: "reader",
      password: "secret",
      port: null,
      options: {},
    });
  });

  it("tells the options that were typed", () => {
    const told = addressOf({ ...draft, tls: "verified", caFile: "firm.pem", namespaces: ["dbo"] }, "");
    expect(told.options).toEqual({ tls: "verified", ca_file: "firm.pem", namespaces: ["dbo"] });
  });

  it("is of a file its name alone, whatever was typed before", () => {
    expect(addressOf({ ...draft, dialect: "sqlite", tls: "verified", database: "shop.db" }, "secret")).toEqual({
      dialect: "sqlite",
      database: "shop.db",
      host: "",
      user: "",
      password: "",
    });
  });

  it("that is connected comes back into the form as it is", () => {
    const options = { tls: "required", ca_file: "firm.pem", namespaces: ["a", "b"] };
    const address = { dialect: "mssql" as const, database: "dwh", host: "h", port: 1434, user: "u", options };
    const shown = draftOf({ name: "Склад", address });
    expect(addressOf(shown, "")).toEqual({ ...address, password: "" });
  });

  it.each([
    [draft, true],
    [{ ...draft, host: " " }, false],
    [{ ...draft, dialect: "sqlite" as const, host: "", user: "" }, true],
    [emptyDraft, false],
  ])("is complete or not: %j %s", (typed, complete) => {
    expect(isComplete(typed)).toBe(complete);
  });

  it("keeps its password for the same server, port and user only", () => {
    expect(keepsPassword(draft, { ...draft, database: "other", tls: "required" })).toBe(true);
    expect(keepsPassword(draft, { ...draft, user: "other" })).toBe(false);
    expect(keepsPassword(draft, { ...draft, port: 5433 })).toBe(false);
  });

  it("has another usual port for ClickHouse where it is encrypted", () => {
    expect(usualPort("clickhouse", null)).toBe(8123);
    expect(usualPort("clickhouse", "verified")).toBe(8443);
    expect(usualPort("sqlite", null)).toBeNull();
  });
});
