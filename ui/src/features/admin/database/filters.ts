import type { Schemas } from "@/api/client";

export type Operator = Schemas["FilterOperator"];
export type UserAttribute = "email" | "id" | "role";

export const operators = [
  "equal",
  "not_equal",
  "one_of",
  "none_of",
  "less",
  "at_most",
  "greater",
  "at_least",
  "is_empty",
  "is_not_empty",
] as const satisfies Operator[];
export const attributes = ["email", "id", "role"] as const satisfies UserAttribute[];

/** How many values an operator compares with. */
export function valuesTaken(operator: Operator): "none" | "one" | "many" {
  if (operator === "is_empty" || operator === "is_not_empty") return "none";
  return operator === "one_of" || operator === "none_of" ? "many" : "one";
}

/** What is typed into the form. */
export type FilterDraft = {
  table: string;
  column: string;
  operator: Operator;
  /** Typed values; the operator says how many of them count. */
  values: string[];
  /** Instead of values: what is compared with is the caller's own. */
  attribute: UserAttribute | null;
};

export const emptyFilter: FilterDraft = { table: "", column: "", operator: "equal", values: [], attribute: null };

/** A typed value as the column keeps it; what is no number of a numeric column stays a text, which the server refuses. */
export function valueOf(text: string, kind: string): string | number | boolean {
  const typed = text.trim();
  if (kind === "integer" || kind === "number") {
    const found = Number(typed.replace(/[\s\u00a0]/g, "").replace(",", "."));
    return typed === "" || Number.isNaN(found) ? typed : found;
  }
  if (kind === "boolean") {
    if (/^(true|да|1|yes)$/i.test(typed)) return true;
    if (/^(false|нет|0|no)$/i.test(typed)) return false;
  }
  return typed;
}

/** The filter as the server takes it. */
export function filterOf(draft: FilterDraft, kind: string): Schemas["NewRowFilter"] {
  const { table, column, operator, attribute } = draft;
  const taken = valuesTaken(operator);
  const rule = { table, column, operator };
  if (taken === "none") return rule;
  if (attribute !== null) return { ...rule, user_attribute: attribute };
  const values = taken === "one" ? draft.values.slice(0, 1) : draft.values;
  return { ...rule, values: values.map((text) => valueOf(text, kind)) };
}

/** Enough is told for the filter to hold. */
export function isWhole(draft: FilterDraft): boolean {
  if (draft.table === "" || draft.column === "") return false;
  if (valuesTaken(draft.operator) === "none" || draft.attribute !== null) return true;
  return draft.values.some((text) => text.trim() !== "");
}
