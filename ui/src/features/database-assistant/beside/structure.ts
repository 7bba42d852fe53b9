import type { Schemas } from "@/api/client";

import type { ColumnKind } from "../answer";

export type StructureColumn = {
  name: string;
  kind: ColumnKind;
  typeName: string;
  comment: string;
  isNullable: boolean;
  isPrimary: boolean;
  /** Where its values point to: `table.column`; `isInferred`: told by names and values only. */
  pointsTo: { table: string; column: string; isInferred: boolean } | null;
  /** Its distinct values as far as they are known to the reader of questions. */
  known: { count: number; isComplete: boolean } | null;
};

export type StructureTable = {
  key: string;
  comment: string;
  rowCount: number | null;
  isView: boolean;
  columns: StructureColumn[];
};

export type Structure = { dialect: string; tables: StructureTable[] };

type ToldColumn = { name: string; kind: ColumnKind; type_name: string; comment: string; is_nullable: boolean };
type ToldTable = {
  key: string;
  comment: string;
  columns: ToldColumn[];
  primary_key: string[];
  row_count: number | null;
  is_view: boolean;
};
type ToldKey = { table: string; columns: string[]; to_table: string; to_columns: string[]; is_inferred: boolean };

/** The structure with keys and known values standing at their columns. */
export function structureOf(schema: Schemas["SchemaOut"], values: Schemas["ValueColumnOut"][]): Structure {
  const tables = schema.tables as unknown as ToldTable[];
  const keys = schema.foreign_keys as unknown as ToldKey[];
  return { dialect: schema.dialect, tables: tables.map((table) => tableOf(table, keys, values)) };
}

function tableOf(table: ToldTable, keys: ToldKey[], values: Schemas["ValueColumnOut"][]): StructureTable {
  const own = keys.filter((key) => key.table === table.key);
  const known = new Map(values.filter((one) => one.table_key === table.key).map((one) => [one.column_name, one]));
  return {
    key: table.key,
    comment: table.comment,
    rowCount: table.row_count,
    isView: table.is_view,
    columns: table.columns.map((column) => {
      const found = known.get(column.name);
      return {
        name: column.name,
        kind: column.kind,
        typeName: column.type_name,
        comment: column.comment,
        isNullable: column.is_nullable,
        isPrimary: table.primary_key.includes(column.name),
        pointsTo: targetOf(column.name, own),
        known: found ? { count: found.value_count, isComplete: found.is_complete } : null,
      };
    }),
  };
}

function targetOf(column: string, keys: ToldKey[]): StructureColumn["pointsTo"] {
  for (const key of keys) {
    const to = key.to_columns[key.columns.indexOf(column)];
    if (to !== undefined) return { table: key.to_table, column: to, isInferred: key.is_inferred };
  }
  return null;
}

/** A table that fits a search; `columns` are those to be shown: all where the table itself fits. */
export type FoundTable = { table: StructureTable; columns: StructureColumn[]; isByColumn: boolean };

/** Tables whose name or comment holds every word, and those of which a column's does. */
export function search(tables: readonly StructureTable[], wanted: string): FoundTable[] {
  const words = folded(wanted).split(/\s+/).filter(Boolean);
  const fits = (...texts: string[]) => words.every((word) => texts.some((text) => folded(text).includes(word)));
  return tables.flatMap((table): FoundTable[] => {
    if (words.length === 0 || fits(table.key, table.comment)) return [{ table, columns: table.columns, isByColumn: false }];
    const columns = table.columns.filter((column) => fits(table.key, table.comment, column.name, column.comment));
    return columns.length > 0 ? [{ table, columns, isByColumn: true }] : [];
  });
}

function folded(text: string): string {
  return text.toLocaleLowerCase().replaceAll("ё", "е");
}

/** The comment of `table` or `table.column`, as the makers of the database left it; empty where there is none. */
export function commentOf(structure: Structure | undefined, target: string): string {
  const place = target.split(" = ")[0] ?? "";
  for (const table of structure?.tables ?? []) {
    if (table.key === place) return table.comment;
    if (!place.startsWith(`${table.key}.`)) continue;
    const column = table.columns.find((one) => one.name === place.slice(table.key.length + 1));
    if (column) return column.comment;
  }
  return "";
}
