import type { Schemas } from "@/api/client";

import type { ColumnKind } from "../answer";
import type { GlossaryTerm, NewTerm } from "../databases";
import { conditionInShort, conditionOf, type ConditionSign, fitsKind, formulaOfCondition, needsValue } from "./conditions";

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
  sign: ConditionSign;
  /** A condition, or a measure, that the fields cannot tell: JSON text until it is sent; empty where they can. */
  formula: string;
};

export const emptyTerm: TermDraft = { term: "", kind: "column", table: "", column: "", value: "", aggregate: "sum", sign: "=", formula: "" };

type Parts = { column: boolean; sign: boolean; value: boolean; aggregate: boolean; formula: boolean };

/** Which parts a kind of term has beside its table. */
export function partsOf({ kind, sign, formula }: Pick<TermDraft, "kind" | "sign" | "formula">): Parts {
  const isSimple = kind === "condition" && !formula;
  return {
    column: kind === "column" || kind === "value" || (kind === "measure" && !formula) || isSimple,
    sign: isSimple,
    value: kind === "value" || (isSimple && needsValue(sign)),
    aggregate: kind === "measure" && !formula,
    formula: (kind === "condition" || kind === "measure") && Boolean(formula),
  };
}

/** `columnKind` is that of the column chosen. */
export function isComplete(draft: TermDraft, columnKind: ColumnKind = "text"): boolean {
  const parts = partsOf(draft);
  if (!draft.term.trim() || !draft.table) return false;
  if (parts.column && !draft.column) return false;
  if (parts.value && !fitsKind(draft.value, parts.sign ? columnKind : "text")) return false;
  return !parts.formula || formulaOf(draft.formula) !== null;
}

/** What is sent; parts that were filled for another kind stay behind. */
export function termOf(draft: TermDraft, columnKind: ColumnKind = "text"): NewTerm {
  const parts = partsOf(draft);
  const own = parts.formula ? formulaOf(draft.formula) : null;
  return {
    term: draft.term.trim(),
    kind: draft.kind,
    table: draft.table,
    column: parts.column && !parts.sign ? draft.column : "",
    value: parts.value && !parts.sign ? draft.value : "",
    aggregate: parts.aggregate ? draft.aggregate : null,
    formula: parts.sign ? formulaOfCondition(draft, columnKind) : own,
  };
}

/** A term as it is changed. */
export function draftOf(term: GlossaryTerm): TermDraft {
  const { kind, table, column, value, formula } = term;
  const simple = kind === "condition" ? conditionOf(formula) : null;
  return {
    term: term.term,
    kind,
    table,
    column: simple?.column ?? column,
    value: simple?.value ?? value,
    aggregate: (term.aggregate || "sum") as Aggregate,
    sign: simple?.sign ?? "=",
    formula: formula && !simple ? JSON.stringify(formula, null, 2) : "",
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
  return term.formula ? `${place}: ${conditionInShort(term.formula)}` : place;
}
