import type { ChartKind, ColumnKind, Details, Meaning } from "../answer";
import type { View } from "../answer/Results";
import type { TermKind } from "../beside/terms";

/** A text with a number in it, in the forms of Russian; English has the same text in the first three. */
type Counted<Name extends string> = Record<`${Name}_${"one" | "few" | "many" | "other"}`, string>;

type Switch = "has_data_check" | "has_sql_description" | "has_alternative_questions";

/** The words of the database assistant. */
export type Words = {
  newChat: string;
  cancelled: string;
  askAgain: string;
  stop: string;
  warnings: string;
  table: Record<"yes" | "no" | "label" | "sort" | "loading", string> &
    Record<"copy" | "copyCell" | "copyColumn" | "copyAll" | "cellCopied" | "columnCopied" | "allCopied", string> &
    Counted<"rows"> &
    Counted<"rowsOfMore">;
  sql: Record<"edit" | "copy" | "editor" | "guarded" | "run" | "discard", string>;
  chart: Record<"kind" | "partly", string> & { kinds: Record<ChartKind, string> };
  views: Record<View | "label", string>;
  proof: Record<"unused" | "confidence" | "took", string> & { readers: Record<NonNullable<Details["reader"]>, string> };
  meanings: Record<Meaning, string>;
  units: Record<"year" | "quarter" | "month" | "week" | "day" | "hour", string>;
  periods: Record<"span" | "until" | "since" | "this" | "last" | "next" | "one", string>;
  /** The operators of a question by the server's names. */
  signs: Record<string, string>;
  choices: Record<"title" | "forAll", string>;
  menu: Record<"open" | "exportAll" | "propose", string>;
  proposal: Record<"candidate" | "approved" | "rejected", string>;
  second: Record<"same-query" | "same-rows" | "different" | "declined" | "agrees" | "differs" | "shown", string>;
  instead: Record<"chosen" | "edited" | "back", string>;
  offers: Record<"closest" | "alternatives" | "similar", string>;
  stages: Record<"tables" | "data_check" | "plan" | "guard" | "run" | "second_reader" | "description" | "similar", string>;
  stageNotes: Record<"empty", string>;
  none: Record<"title" | "connect" | "forAdmin" | "forOthers", string>;
  learning: Record<"title" | "text", string>;
  welcome: Record<"title" | "text" | "examples", string>;
  beside: Record<"toggle" | "label" | "schema" | "glossary" | "stages", string>;
  schema: Record<"search" | "learned" | "empty" | "notFound" | "view" | "table" | "rowsAbout", string> &
    Record<"primary" | "pointsTo" | "inferred", string> &
    Counted<"more"> &
    Counted<"known"> &
    Counted<"knownPartly"> & { kinds: Record<ColumnKind, string> };
  switches: { text: string } & Record<Switch | `${Switch}_why`, string>;
  glossary: Record<"text" | "add" | "close" | "empty" | "emptyForAdmin" | "emptyForOthers" | "search" | "notFound", string> &
    Record<"remove" | "removeOne" | "removeTitle" | "removeText", string> &
    Record<"term" | "termExample" | "kind" | "table" | "column" | "value" | "valueAsStored" | "aggregate", string> &
    Record<"formula" | "formulaHelp" | "formulaWrong", string> & { kinds: Record<TermKind, string> };
};
