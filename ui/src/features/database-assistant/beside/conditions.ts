import type { ColumnKind } from "../answer";

/** Conditions that a person writes without JSON: a column, a sign, a value. */
export const conditionSigns = ["=", "!=", ">", ">=", "<", "<=", "empty", "filled"] as const;
export type ConditionSign = (typeof conditionSigns)[number];

type SimpleCondition = { table: string; column: string; sign: ConditionSign; value: string };

type Node = Record<string, unknown>;

export function needsValue(sign: ConditionSign): boolean {
  return sign !== "empty" && sign !== "filled";
}

/** The condition as query plans write it. */
export function formulaOfCondition({ table, column, sign, value }: SimpleCondition, kind: ColumnKind): Node {
  const left = { node: "column", table, column };
  if (!needsValue(sign)) return { node: "is-empty", left, negated: sign === "filled" };
  return { node: "comparison", left, operator: sign, right: { node: "constant", value: valueOf(value.trim(), kind) } };
}

function valueOf(text: string, kind: ColumnKind): unknown {
  if (kind === "integer" || kind === "number") return Number(text.replace(/\s/g, "").replace(",", "."));
  if (kind === "boolean") return /^(true|yes|да|1)$/i.test(text);
  if (kind === "date") return { date: text };
  return kind === "moment" ? { moment: text } : text;
}

/** Whether the text is a value of the column's kind. */
export function fitsKind(text: string, kind: ColumnKind): boolean {
  const value = valueOf(text.trim(), kind);
  if (typeof value === "number") return text.trim() !== "" && Number.isFinite(value);
  if (kind === "date") return /^\d{4}-\d\d-\d\d$/.test(text.trim());
  return text.trim() !== "";
}

/** The simple condition that a formula is; `null` for one that says more. */
export function conditionOf(formula: Node | null): SimpleCondition | null {
  const left = formula?.left as Node | undefined;
  if (!formula || left?.node !== "column") return null;
  const at = { table: String(left.table), column: String(left.column) };
  if (formula.node === "is-empty") return { ...at, sign: formula.negated ? "filled" : "empty", value: "" };
  const right = formula.right as Node | undefined;
  if (formula.node !== "comparison" || right?.node !== "constant") return null;
  return { ...at, sign: formula.operator as ConditionSign, value: textOf(right.value) };
}

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { date, moment } = value as Node;
  return String(date ?? moment ?? "");
}

/** A condition in short; parts that are no simple ones are left out with an ellipsis. */
export function conditionInShort(formula: Node): string {
  if (formula.node === "all-of" || formula.node === "any-of") {
    const parts = (formula.conditions as Node[]).map(conditionInShort);
    return parts.join(formula.node === "all-of" ? " & " : " | ");
  }
  const simple = conditionOf(formula);
  if (simple) return `${simple.column} ${inShort(simple)}`;
  const left = formula.left as Node | undefined;
  return left?.node === "column" ? `${String(left.column)} …` : "…";
}

function inShort({ sign, value }: SimpleCondition): string {
  if (sign === "empty") return "= ∅";
  return sign === "filled" ? "≠ ∅" : `${sign} ${value}`;
}
