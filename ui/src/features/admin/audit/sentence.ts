import type { Schemas } from "@/api/client";

export type AuditEvent = Schemas["AuditEventOut"];
/** Which sentence tells of an event, and what is filled into it. */
type Sentence = { action: string; slots: Record<string, string | number> };
/** What a sentence needs from the words of a language. */
export type Told = {
  mode: (name: string) => string;
  role: (name: string) => string;
  dialect: (name: string) => string;
  number: (number: string) => string;
  someone: (id: string) => string;
  amount: (tokens: unknown) => string;
};

/** The sentence of an event: `database.connected` with the place of the database. */
export function sentenceOf(event: AuditEvent, told: Told): Sentence {
  const { facts } = event;
  const number = event.subject.split(" ").at(-1) ?? "";
  const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : "");
  return {
    action: actionOf(event),
    slots: {
      what: whatOf(facts) || told.number(number),
      person: event.subject_name ?? (text("email") || told.someone(number)),
      email: text("email"),
      role: told.role(text("role")),
      mode: told.mode(number),
      format: text("format").toUpperCase(),
      database: text("database"),
      dialect: told.dialect(text("dialect")),
      place: placeOf(facts),
      version: typeof facts.version === "number" ? facts.version : "",
      day: told.amount(facts.tokens_a_day),
      month: told.amount(facts.tokens_a_month),
    },
  };
}

/** A change of a department is told by what has changed. */
function actionOf({ action, facts }: AuditEvent): string {
  if (action !== "tenant.changed") return action;
  if (typeof facts.is_active === "boolean") return facts.is_active ? "tenant.switched-on" : "tenant.switched-off";
  return typeof facts.name === "string" ? "tenant.renamed" : action;
}

/** What a thing is called, of the facts that things have. */
function whatOf(facts: Record<string, unknown>): string {
  const { name, term, question, table_name: noted, table, column } = facts;
  const filtered = typeof table === "string" && typeof column === "string" ? `${table}.${column}` : table;
  return String([name, term, question, noted, filtered].find((one) => typeof one === "string" && one !== "") ?? "");
}

function placeOf({ host, port, user, database }: Record<string, unknown>): string {
  if (typeof host !== "string" || host === "") return String(database ?? "");
  return `${String(user)}@${host}${typeof port === "number" ? `:${port}` : ""}`;
}
