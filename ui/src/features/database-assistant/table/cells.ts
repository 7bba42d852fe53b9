import i18next from "i18next";

import type { Cell, ResultColumn } from "../answer";
import { locale } from "./locale";
import { shownSpan } from "./spans";

/** What stands where there is no value. */
const NOTHING = "—";

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?/;
const IDENTIFIER = /(^|[_\s])(id|code|inn|kpp|ogrn|bic|number|код|инн|кпп|огрн|бик|номер|год|year)$/i;
const MOST_DIGITS = 2;
const MOST_DIGITS_OF_SMALL = 4;

export function isNumeric(column: ResultColumn): boolean {
  return column.kind === "integer" || column.kind === "number";
}

/** Whole numbers that name something: codes, years, not amounts. */
export function isIdentifier(column: ResultColumn): boolean {
  return column.kind === "integer" && IDENTIFIER.test(column.name);
}

/** A value as people of the language write it. */
export function shown(cell: Cell, column: ResultColumn): string {
  if (cell === null || cell === "") return NOTHING;
  if (typeof cell === "boolean") return i18next.t(cell ? "table.yes" : "table.no", { ns: "database-assistant" });
  if (isNumeric(column)) return shownNumber(cell, column);
  if (typeof cell === "number") return shownNumber(cell, column);
  if (column.span) return shownSpan(cell, column.span);
  return column.kind === "date" || column.kind === "moment" ? shownMoment(cell) : cell;
}

/** A share of 0…1 in percent, with a decimal. */
export function shownShare(cell: Cell): string {
  if (cell === null) return NOTHING;
  return new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 1 }).format(Number(cell));
}

/** Grouped, except what names something. */
function shownNumber(cell: string | number, column: ResultColumn): string {
  const value = Number(cell);
  if (!Number.isFinite(value)) return String(cell);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return String(cell);
  if (isIdentifier(column)) return String(cell);
  const most = Math.abs(value) < 1 ? MOST_DIGITS_OF_SMALL : MOST_DIGITS;
  const given = /\.(\d+)$/.exec(String(cell))?.[1]?.length ?? 0;
  const least = typeof cell === "string" ? Math.min(given, MOST_DIGITS) : 0;
  const digits = { minimumFractionDigits: least, maximumFractionDigits: most };
  const useGrouping = given > 0 ? "always" : "min2"; // a whole number of four digits may be a year
  return new Intl.NumberFormat(locale(), { ...digits, useGrouping } as Intl.NumberFormatOptions).format(value);
}

/** The database's own day and time, in no other time zone; midnight is left out. */
function shownMoment(cell: string): string {
  const moment = MOMENT.exec(cell);
  if (!moment) return shownDay(cell);
  const [, day = "", time = ""] = moment;
  return time === "00:00" ? shownDay(day) : `${shownDay(day)} ${time}`;
}

function shownDay(text: string): string {
  const day = DATE.exec(text);
  return day && i18next.language === "ru" ? `${day[3]}.${day[2]}.${day[1]}` : text;
}

/** A value to be pasted elsewhere: exact, ungrouped, with the decimal sign of the language's spreadsheets. */
export function copied(cell: Cell, column: ResultColumn): string {
  if (cell === null) return "";
  if (isNumeric(column)) return i18next.language === "ru" ? String(cell).replace(".", ",") : String(cell);
  if (typeof cell === "boolean" || typeof cell === "number") return shown(cell, column);
  return column.kind === "date" || column.kind === "moment" ? shownMoment(cell) : cell;
}

/** Rows for a spreadsheet: columns parted by tabs, headings first. */
export function tabSeparated(columns: readonly ResultColumn[], rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => columns.map((column, place) => pasted(copied(row[place] ?? null, column), column)));
  return [columns.map((column) => pasted(column.name, TEXT)), ...lines].map((line) => line.join("\t")).join("\n");
}

const TEXT: ResultColumn = { name: "", kind: "text" };

/** A text that a spreadsheet would take for a formula is made harmless; one that would break the row is quoted. */
function pasted(text: string, column: ResultColumn): string {
  const harmless = column.kind === "text" && /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[\t\n\r"]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
