import type { ChartKind, ColumnKind, Details, Meaning } from "../answer";
import type { View } from "../answer/Results";
import type { ConditionSign } from "../beside/conditions";
import type { TermKind } from "../beside/terms";

/** A text with a number in it, in the forms of Russian; English has the same text in the first three. */
type Counted<Name extends string> = Record<`${Name}_${"one" | "few" | "many" | "other"}`, string>;

type Switch = "has_data_check" | "has_sql_description" | "has_alternative_questions";

type Trouble = "query-refused" | "query-timed-out" | "query-cancelled" | "query-failed" | "structure-changed" | "reading-forbidden";
type OtherTrouble = "connection-lost" | "database-unreachable" | "wrong-password" | "no-database-connected" | "database-not-learned";
type AnswerTrouble = "answer-interrupted" | "answer-broke" | "answer-has-no-rows" | "answer-not-found" | "choice-not-offered";
type GlossaryTrouble = "glossary-term-exists" | "glossary-term-incomplete" | "table-unknown";

/** Problems by the server's names, the guard's rules, and why questions are declined. */
export type TroubleWords = {
  troubles: Record<Trouble | OtherTrouble | AnswerTrouble | GlossaryTrouble, { title: string; advice: string }>;
  refusals: Record<string, string>;
  declined: Record<"title" | "other" | "not-about-this" | "unread-words" | "unsure" | "not-a-reading-question" | "rephrase", string>;
};

export type GlossaryWords = {
  glossary: Record<"text" | "add" | "change" | "changeOne" | "save" | "cancel" | "search" | "notFound", string> &
    Record<"empty" | "emptyForAdmin" | "emptyForOthers", string> &
    Record<"remove" | "removeOne" | "removeTitle" | "removeText", string> &
    Record<"term" | "termExample" | "kind" | "table" | "column" | "value" | "valueAsStored" | "aggregate", string> &
    Record<"formula" | "formulaHelp" | "formulaWrong" | "sign" | "valueDay" | "valueWrong", string> &
    Record<"kinds" | "kindsExplained", Record<TermKind, string>> & { signs: Record<ConditionSign, string> };
};

/** The words of the database assistant. */
export type Words = TroubleWords & GlossaryWords & {
  newChat: string;
  cancelled: string;
  askAgain: string;
  stop: string;
  warnings: string;
  table: Record<"yes" | "no" | "label" | "sort" | "sortedShown" | "loading", string> &
    Record<"copy" | "copyCell" | "copyColumn" | "copyNoColumn" | "copyAll" | "cellCopied" | "columnCopied" | "allCopied", string> &
    Counted<"rows"> &
    Counted<"rowsOfMore">;
  sql: Record<"edit" | "copy" | "editor" | "guarded" | "run" | "discard", string>;
  chart: Record<"kind" | "partly" | "tooLong", string> & { kinds: Record<ChartKind, string> };
  views: Record<View | "label", string>;
  proof: Record<"unused" | "confidence" | "took", string> & { readers: Record<NonNullable<Details["reader"]>, string> };
  meanings: Record<Meaning, string>;
  units: Record<"year" | "quarter" | "month" | "week" | "day" | "hour", string>;
  periods: Record<"span" | "until" | "since" | "this" | "last" | "next" | "one", string>;
  /** The operators of a question by the server's names. */
  signs: Record<string, string>;
  choices: Record<"title" | "forAll", string>;
  menu: Record<"export" | "exportAll" | "xlsx" | "csv" | "propose", string>;
  figures: Record<"share", string>;
  proposal: Record<"candidate" | "approved" | "rejected", string>;
  second: Record<"same-query" | "same-rows" | "different" | "declined" | "agrees" | "differs" | "shown", string>;
  instead: Record<"chosen" | "edited" | "back", string>;
  offers: Record<"closest" | "alternatives" | "similar" | "examples", string>;
  stages: Record<"tables" | "data_check" | "plan" | "guard" | "run" | "second_reader" | "description" | "similar", string>;
  stageNotes: Record<"empty", string>;
  none: Record<"title" | "connect" | "forAdmin" | "forOthers", string>;
  learning: Record<"title" | "text", string>;
  welcome: Record<"title" | "text" | "examples" | "noExamples", string>;
  beside: Record<"toggle" | "label" | "schema" | "glossary" | "stages", string>;
  schema: Record<"ask" | "insert" | "insertTable", string> &
    Record<"search" | "learned" | "empty" | "notFound" | "view" | "table" | "rowsAbout", string> &
    Record<"primary" | "pointsTo" | "inferred", string> &
    Counted<"more"> &
    Counted<"known"> &
    Counted<"knownPartly"> & { kinds: Record<ColumnKind, string> };
  switches: { text: string } & Record<Switch | `${Switch}_why`, string>;
};
