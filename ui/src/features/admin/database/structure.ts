import type { Schemas } from "@/api/client";

type ColumnName = Schemas["ColumnName"];
/** A column as rules are made about it; `kind` is the server's, such as `integer`, empty where it is not told. */
type StructureColumn = { name: string; kind: string };
export type StructureTable = { key: string; columns: StructureColumn[] };

/** Tables with their columns, the hidden ones added, in the order of the alphabet. */
export function structureOf(schema: Pick<Schemas["SchemaOut"], "tables">, hidden: ColumnName[]): StructureTable[] {
  const tables = new Map(schema.tables.map((table) => [String(table.key), columnsOf(table)]));
  for (const { table, column } of hidden) {
    const columns = tables.get(table) ?? [];
    if (!columns.some(({ name }) => name === column)) columns.push({ name: column, kind: "" });
    tables.set(table, columns);
  }
  return [...tables]
    .map(([key, columns]) => ({ key, columns }))
    .sort((one, other) => one.key.localeCompare(other.key));
}

function columnsOf(table: Record<string, unknown>): StructureColumn[] {
  const columns = Array.isArray(table.columns) ? (table.columns as Record<string, unknown>[]) : [];
  return columns.map((column) => ({ name: String(column.name), kind: String(column.kind ?? "") }));
}

/** A column as one text for a list of choices; neither part holds a line break. */
export function textOf({ table, column }: ColumnName): string {
  return `${table}\n${column}`;
}

/** The column of such a text. */
export function columnOf(text: string): ColumnName {
  const [table = "", column = ""] = text.split("\n");
  return { table, column };
}
