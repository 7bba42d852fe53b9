import type { Answer, Cell, ChartKind, ChartSpecification, ResultColumn, Row, WithRows } from "../answer";
import { isIdentifier, isNumeric } from "../table/cells";

export const MOST_CATEGORIES = 50;
/** As many as the theme has colours for. */
const MOST_SLICES = 8;
const MOST_COLUMNS = 3;

/** What an answer is drawn as: as the server says, or, of SQL that no plan tells, what its columns suggest. */
export function specificationOf(answer: WithRows): ChartSpecification | null {
  return answer.chart ?? suggested(answer.columns, answer.rows);
}

/** Whether it is shown before somebody asks for it. */
export function isChartFirst(answer: Answer): boolean {
  return answer.chart !== null;
}

/** Rows that would make a chart, were they not more than anybody could read in one. */
export function isTooLongToDraw(answer: WithRows): boolean {
  const isLong = answer.chart === null && answer.rows.length > MOST_CATEGORIES;
  const isNarrow = answer.columns.length <= MOST_COLUMNS; // of a list of things nobody expects a chart
  return isLong && isNarrow && suggested(answer.columns, answer.rows.slice(0, MOST_CATEGORIES)) !== null;
}

/** The first column that names something against all that measure; none where that would tell nothing. */
export function suggested(columns: readonly ResultColumn[], rows: readonly Row[]): ChartSpecification | null {
  const x = columns.findIndex((column) => !isNumeric(column) || isIdentifier(column));
  const y = columns.flatMap((column, place) => (isNumeric(column) && !isIdentifier(column) ? [place] : []));
  if (x < 0 || y.length === 0 || rows.length < 2 || rows.length > MOST_CATEGORIES) return null;
  const isTime = columns[x]?.kind === "date" || columns[x]?.kind === "moment";
  return { kind: isTime ? "line" : "bar", x, y, series: null };
}

/** How the same columns can be drawn otherwise. Slices make sense of one measure without negative values. */
export function kindsOf(specification: ChartSpecification, rows: readonly Row[]): ChartKind[] {
  if (specification.kind === "number" || specification.x === null) return ["number"];
  const [first] = specification.y;
  const isSliceable =
    specification.series === null &&
    first !== undefined &&
    rows.length <= MOST_SLICES &&
    rows.every((row) => Number(row[first] ?? 0) >= 0);
  return isSliceable ? ["bar", "line", "pie"] : ["bar", "line"];
}

/** Values of one line, bar or slice each, in the order of the categories; `null` where a category has none. */
type Drawn = { name: string; column: ResultColumn; values: (number | null)[] };

export type Drawing = { categories: Cell[]; series: Drawn[] };

/** The rows turned into lines: one for each measure, or for each value of the series column. */
export function drawingOf(specification: ChartSpecification, columns: readonly ResultColumn[], all: readonly Row[]): Drawing {
  const { x, series, kind } = specification;
  // A line goes from one point to the next: what has no place in their order is no point of it.
  const rows = kind === "line" && x !== null ? all.filter((row) => (row[x] ?? null) !== null) : all;
  const categories = x === null ? [] : distinct(rows.map((row) => row[x] ?? null));
  if (x === null) return { categories, series: [] };
  if (series !== null) return { categories, series: byValue(specification, columns, rows, categories, x, series) };
  const placeOf = new Map(categories.map((category, place) => [category, place]));
  const drawn = specification.y.flatMap((place) => {
    const column = columns[place];
    return column ? [{ name: column.name, column, values: valuesOf(rows, x, place, placeOf) }] : [];
  });
  return { categories, series: drawn };
}

function byValue(
  { y }: ChartSpecification,
  columns: readonly ResultColumn[],
  rows: readonly Row[],
  categories: Cell[],
  x: number,
  series: number,
): Drawn[] {
  const place = y[0] ?? 0;
  const column = columns[place];
  if (!column) return [];
  const placeOf = new Map(categories.map((category, at) => [category, at]));
  return distinct(rows.map((row) => row[series] ?? null)).map((value) => {
    const own = rows.filter((row) => (row[series] ?? null) === value);
    return { name: String(value ?? "—"), column, values: valuesOf(own, x, place, placeOf) };
  });
}

function valuesOf(rows: readonly Row[], x: number, y: number, placeOf: Map<Cell, number>): (number | null)[] {
  const values: (number | null)[] = Array.from({ length: placeOf.size }, () => null);
  for (const row of rows) {
    const at = placeOf.get(row[x] ?? null);
    const cell = row[y] ?? null;
    if (at !== undefined && cell !== null) values[at] = Number(cell);
  }
  return values;
}

function distinct(cells: Cell[]): Cell[] {
  return [...new Set(cells)];
}
