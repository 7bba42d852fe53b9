import type { Answer, Cell, ResultColumn, Row } from "../answer";
import { locale } from "./locale";

const QUARTERS = ["I", "II", "III", "IV"];
const NAMES = { month: /^(месяц|month)$/i, quarter: /^(квартал|quarter)$/i, year: /^(год|year)$/i };
/** The first days of such spans. */
const STARTS = { month: /^\d{4}-\d\d-01/, quarter: /^\d{4}-(01|04|07|10)-01/, year: /^\d{4}-01-01/ };

/** A column of dates may stand for months, quarters or years, each told by its first day. */
export type Span = keyof typeof NAMES;

/** The answer, its columns of months, quarters and years marked as such. */
export function withSpans(answer: Answer): Answer {
  const { columns, rows } = answer;
  return columns && rows ? { ...answer, columns: columns.map((column, place) => spanned(column, place, rows)) } : answer;
}

function spanned(column: ResultColumn, place: number, rows: readonly Row[]): ResultColumn {
  const span = spanOf(column, rows.map((row) => row[place] ?? null));
  return span ? { ...column, span } : column;
}

function spanOf({ kind, name }: ResultColumn, cells: Cell[]): Span | undefined {
  if (kind !== "date" && kind !== "moment") return undefined;
  return (Object.keys(NAMES) as Span[]).find(
    (span) => NAMES[span].test(name) && cells.every((cell) => cell === null || STARTS[span].test(String(cell))),
  );
}

/** янв. 2026; I кв. 2026; 2026. */
export function shownSpan(day: string, span: Span): string {
  const [year = "", month = "1"] = day.split("-");
  if (span === "year") return year;
  if (span === "quarter") {
    const quarter = Math.floor((Number(month) - 1) / 3);
    return locale() === "ru-RU" ? `${QUARTERS[quarter]} кв. ${year}` : `Q${quarter + 1} ${year}`;
  }
  const start = new Date(Date.UTC(Number(year), Number(month) - 1, 1));
  const named = new Intl.DateTimeFormat(locale(), { month: "short", timeZone: "UTC" }).format(start);
  return `${named} ${year}`;
}
