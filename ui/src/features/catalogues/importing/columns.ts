import { columnName } from "@/pieces/file/columns";

/** What a column of a catalogue file can be, the needed ones first. */
export const fields = [
  "code", "name", "group_code", "group_name", "parent_code", "unit", "is_group", "is_deleted",
] as const;
export type Field = (typeof fields)[number];

/** Which column (its index) is what; a field that is left out is not in the file. */
export type Columns = Partial<Record<Field, number>>;

/** What has to be told before a file can come in. */
export const needs = ["code", "name", "group"] as const;
type Need = (typeof needs)[number];

/** The columns that the server told, of those fields that the page knows. */
export function columnsOf(told: Readonly<Record<string, unknown>>): Columns {
  const columns: Columns = {};
  for (const field of fields) {
    const place = told[field];
    if (typeof place === "number") columns[field] = place;
  }
  // A group without a code is known by its name: the server tells that one column twice.
  if (columns.group_name !== undefined && columns.group_code === columns.group_name) delete columns.group_code;
  return columns;
}

/** What is still to be told: a code, a name, and where an item belongs. */
export function missingOf(columns: Columns): Need[] {
  const hasGroup = (["group_code", "group_name", "parent_code"] as const).some((field) => columns[field] !== undefined);
  const has: Record<Need, boolean> = { code: columns.code !== undefined, name: columns.name !== undefined, group: hasGroup };
  return needs.filter((need) => !has[need]);
}

/** The field that a column is taken for. */
export function fieldAt(columns: Columns, place: number): Field | null {
  return fields.find((field) => columns[field] === place) ?? null;
}

/** The column is from now on this field alone, and no other column is; none leaves the column out. */
export function withField(columns: Columns, place: number, field: Field | null): Columns {
  const others = Object.entries(columns).filter(([name, at]) => name !== field && at !== place);
  return { ...Object.fromEntries(others), ...(field === null ? {} : { [field]: place }) };
}

export function isSame(one: Columns, other: Columns): boolean {
  return fields.every((field) => one[field] === other[field]);
}

/** The columns as the server is told of them; a field that is not there is said to be so, or it would be guessed. */
export function namesOf(columns: Columns, header: readonly string[]): Record<Field, string> {
  const nameOf = (place: number | undefined) => (place === undefined ? "" : columnName(header, place));
  return Object.fromEntries(fields.map((field) => [field, nameOf(columns[field])])) as Record<Field, string>;
}
