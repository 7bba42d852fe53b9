import type { Schemas } from "@/api/client";
import type { Problem } from "@/api/problems";
import type { Stage } from "@/chat/asking";

import type { Span } from "./table/spans";

/** A value of the database as the server tells it: decimals and dates are texts. */
export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

export type ColumnKind = "text" | "integer" | "number" | "date" | "moment" | "time" | "boolean" | "other";
export type ResultColumn = { name: string; kind: ColumnKind; span?: Span };

export type ChartKind = "number" | "line" | "bar" | "pie";

/** What to draw of which columns, by their places from 0. A pie has one `y`, a number no `x`. */
export type ChartSpecification = {
  kind: ChartKind;
  x: number | null;
  y: readonly number[];
  series: number | null;
};

export const meanings = [
  "table",
  "column",
  "value",
  "number",
  "period",
  "operator",
  "aggregate",
  "grouping",
  "order",
  "limit",
  "glossary",
  "filler",
  "unused",
] as const;
export type Meaning = (typeof meanings)[number];

/** Characters `start` … `end` of the question (counted as code points) and what they became. */
export type ProofSpan = { start: number; end: number; text: string; became: Meaning; target: string };

/** Words with several likely meanings; the first option is the one taken. */
export type Choice = { text: string; options: { target: string; label: string }[] };

export type AnswerWarning = { kind: string; text: string };

/** Why a question was not read, and questions near to it that can be answered. */
type Declined = { reason: string; unread: string[]; closest: string[] };

/** What the other reader made of the same question. */
export type SecondAnswer = {
  agreement?: "same-query" | "same-rows" | "different";
  reason?: string;
  sql?: string;
  columns?: ResultColumn[];
  rows?: Row[];
  row_count?: number;
};

export type Details = {
  reader?: "grammar" | "llm" | "person";
  confidence?: number;
  declined?: Declined;
  second?: SecondAnswer;
};

type Narrowed = {
  columns: ResultColumn[] | null;
  rows: Row[] | null;
  stages: Stage[];
  proof: ProofSpan[];
  choices: Choice[];
  warnings: AnswerWarning[];
  chart: ChartSpecification | null;
  details: Details;
  problem: Problem | null;
  similar_changes: (string | null)[];
};

/** An answer with the parts named that the OpenAPI document leaves open. */
export type Answer = Omit<Schemas["AnswerOut"], keyof Narrowed> & Narrowed;

/** The one place where the page takes the server's word for the shape of those parts. */
export function answerOf(told: unknown): Answer {
  return told as Answer;
}

export type WithRows = Answer & { columns: ResultColumn[]; rows: Row[] };

export function hasRows(answer: Answer): answer is WithRows {
  return answer.columns !== null && answer.rows !== null;
}
