import type { Schemas } from "@/api/client";

import type { GlossaryTerm, NewTerm } from "../databases";

export const kinds = ["column", "value", "measure", "table", "condition"] as const;
export type TermKind = Schemas["TermKind"];

export const aggregates = ["sum", "average", "count", "minimum", "maximum"] as const;
export type Aggregate = Schemas["Aggregate"];

/** A term as it is being written; a formula is JSON text until it is sent. */
export type TermDraft = {
  term: string;
  kind: TermKind;
  table: string;
  column: string;
  value: string;
  aggregate: Aggregate;
  formula: string;
};

export const emptyTerm: TermDraft = { term: "", kind: "column", table: "", column: "", value: "", aggregate: "sum", formula: "" };

/** Which parts a kind of term has beside its table. */
export function partsOf({ kind }: Pick<TermDraft, "kind">): { column: boolean; value: boolean; aggregate: boolean; formula: boolean } {
  return {
    column: kind === "column" || kind === "value" || kind === "measure",
    value: kind === "value",
    aggregate: kind === "measure",
    formula: kind === "condition",
  };
}

export function isComplete(draft: TermDraft): boolean {
  const parts = partsOf(draft);
  if (!draft.term.trim() || !draft.table) return false;
  if (parts.column && !draft.column) return false;
  if (parts.value && !draft.value.trim()) return false;
  return !parts.formula || formulaOf(draft.formula) !== null;
}

/** What is sent; parts that were filled for another kind stay behind. */
export function termOf(draft: TermDraft): NewTerm {
  const parts = partsOf(draft);
  return {
    term: draft.term.trim(),
    kind: draft.kind,
    table: draft.table,
    column: parts.column ? draft.column : "",
    value: parts.value ? draft.value : "",
    aggregate: parts.aggregate ? draft.aggregate : null,
    formula: parts.formula ? formulaOf(draft.formula) : null,
  };
}

/** The object that a JSON text holds; `null` where it holds none. */
export function formulaOf(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What a term means, as SQL people would write it in short. */
export function meaningOf(term: GlossaryTerm): string {
  const place = term.column ? `${term.table}.${term.column}` : term.table;
  if (term.kind === "value") return `${place} = ${term.value}`;
  if (term.aggregate) return `${term.aggregate}(${place})`;
  return term.formula ? `${place}: ${JSON.stringify(term.formula)}` : place;
}
