import { describe, expect, it } from "vitest";

import { type AuditEvent, sentenceOf } from "./sentence";

const told = {
  mode: (name: string) => `mode ${name}`,
  role: (name: string) => `role ${name}`,
  dialect: (name: string) => name.toUpperCase(),
  number: (number: string) => `№ ${number}`,
  someone: (id: string) => `user ${id}`,
  amount: (tokens: unknown) => (tokens === null ? "no limit" : String(tokens)),
};

function eventOf(action: string, subject: string, facts: Record<string, unknown> = {}, name: string | null = null): AuditEvent {
  return { id: 1, user_id: 2, api_key_id: null, action, subject, facts, created_at: "", user_name: null, subject_name: name };
}

describe("the sentence of an event", () => {
  it("names the person by what he is called, else by his number", () => {
    expect(sentenceOf(eventOf("user.placed", "user 7", { role: "admin" }, "Анна"), told).slots).toMatchObject({ person: "Анна", role: "role admin" });
    expect(sentenceOf(eventOf("user.removed", "user 7"), told).slots.person).toBe("user 7");
  });

  it.each([
    [{ name: "1C" }, "1C"],
    [{ question: "сколько объектов" }, "сколько объектов"],
    [{ term: "долг" }, "долг"],
    [{ table_name: "public.sales", version: 2 }, "public.sales"],
    [{ table: "sales", column: "city" }, "sales.city"],
    [{ table: "sales" }, "sales"],
    [{}, "№ 5"],
  ])("names the thing: %j", (facts, what) => {
    expect(sentenceOf(eventOf("thing.done", "thing 5", facts), told).slots.what).toBe(what);
  });

  it("tells where a database is", () => {
    const facts = { dialect: "mysql", database: "w", host: "db", port: 3306, user: "reader", options: {} };
    expect(sentenceOf(eventOf("database.connected", "database 1", facts), told).slots).toMatchObject({ dialect: "MYSQL", place: "reader@db:3306" });
  });

  it("tells what has changed of a department", () => {
    expect(sentenceOf(eventOf("tenant.changed", "tenant 1", { name: "Сбыт" }), told).action).toBe("tenant.renamed");
    expect(sentenceOf(eventOf("tenant.changed", "tenant 1", { is_active: false }), told).action).toBe("tenant.switched-off");
  });

  it("tells limits, also none", () => {
    const slots = sentenceOf(eventOf("llm-limit.set", "tenant 1", { tokens_a_day: 5, tokens_a_month: null }), told).slots;
    expect([slots.day, slots.month]).toEqual(["5", "no limit"]);
  });
});
