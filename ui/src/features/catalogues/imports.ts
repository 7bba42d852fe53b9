import { useInfiniteQuery, useMutation } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import { Refused } from "@/api/problems";

import { useRefresh } from "./catalogues";

export type Import = Schemas["ImportOut"];
export type Uploaded = Schemas["UploadedImport"];

/** What a column of a catalogue file can be, the needed ones first. */
export const fields = [
  "code", "name", "group_code", "group_name", "parent_code", "unit", "is_group", "is_deleted",
] as const;
export type Field = (typeof fields)[number];

/** Which column (its index) is what; a field that is left out is detected by the server. */
export type Columns = Partial<Record<Field, number>>;

/** What a file looks like: with its first rows, or (where its columns could not be told) with its header alone. */
export type Look = { header: string[]; firstRows: unknown[][]; rowCount: number | null; columns: Columns; importId: number | null; notes: string[] };

export type Wanted = { columns: Columns; removesAbsent: boolean };

const PAGE = 50;

/** The imports of a catalogue that were confirmed, the newest first. */
export function useImports(catalogueId: number) {
  return useInfiniteQuery({
    queryKey: ["catalogues", "imports", catalogueId],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) };
      const path = { catalogue_id: catalogueId };
      return given(api.GET("/api/v1/catalogues/{catalogue_id}/imports", { params: { path, query } }));
    },
    getNextPageParam: (page) => page.next_after,
  });
}

export function useRejections(importId: number) {
  return useInfiniteQuery({
    queryKey: ["catalogues", "rejections", importId],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) };
      return given(api.GET("/api/v1/imports/{import_id}/rejections", { params: { path: { import_id: importId }, query } }));
    },
    getNextPageParam: (page) => page.next_after,
  });
}

/** Uploads a file for a look: nothing is brought in. A file whose columns cannot be told gives its header. */
export function useLook(catalogueId: number) {
  return useMutation({
    mutationFn: async (file: File): Promise<Look> => {
      try {
        return lookOf(await upload(catalogueId, file, {}, false, false, []));
      } catch (error) {
        const header = headerOf(error);
        if (header === null) throw error;
        return { header, firstRows: [], rowCount: null, columns: {}, importId: null, notes: [] };
      }
    },
  });
}

/** Brings the file in: what was looked at is confirmed as it is; with other choices it is sent anew. */
export function useImport(catalogueId: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ file, look, wanted }: { file: File; look: Look; wanted: Wanted }): Promise<Import> =>
      look.importId !== null && !wanted.removesAbsent && isSame(look.columns, wanted.columns)
        ? confirm(look.importId)
        : upload(catalogueId, file, wanted.columns, wanted.removesAbsent, true, look.header),
    onSuccess: refresh,
  });
}

/** The columns that the server told, of those fields that the page knows. */
export function columnsOf(told: Readonly<Record<string, unknown>>): Columns {
  const columns: Columns = {};
  for (const field of fields) {
    const place = told[field];
    if (typeof place === "number") columns[field] = place;
  }
  return columns;
}

/** Whether the columns are enough to import by: a code, a name, and where an item belongs. */
export function isEnough(columns: Columns): boolean {
  const hasGroup = columns.group_code !== undefined || columns.parent_code !== undefined || columns.group_name !== undefined;
  return columns.code !== undefined && columns.name !== undefined && hasGroup;
}

/** A column as the server is told of it: by its header, or (where that is no plain line) by its number from 1. */
export function columnName(header: readonly string[], column: number): string {
  const name = header[column] ?? "";
  const isPlain = name !== "" && name === name.trim() && !/\p{Cc}/u.test(name);
  return isPlain ? name : String(column + 1);
}

function isSame(one: Columns, other: Columns): boolean {
  return fields.every((field) => one[field] === other[field]);
}

function lookOf(uploaded: Uploaded): Look {
  return {
    header: uploaded.header,
    firstRows: uploaded.first_rows,
    rowCount: uploaded.row_count,
    columns: columnsOf(uploaded.columns),
    importId: uploaded.id,
    notes: uploaded.notes.map((note) => note.text),
  };
}

/** The header that a refusal tells where the columns could not be told. */
function headerOf(error: unknown): string[] | null {
  if (!(error instanceof Refused) || error.slug !== "columns-unclear") return null;
  const header = error.problem.header;
  return Array.isArray(header) ? header.map(String) : null;
}

function upload(
  catalogueId: number,
  file: File,
  columns: Columns,
  removesAbsent: boolean,
  isConfirmed: boolean,
  header: readonly string[],
): Promise<Uploaded> {
  const form = new FormData();
  form.append("file", file);
  form.append("removes_absent", String(removesAbsent));
  form.append("confirm", String(isConfirmed));
  const named = Object.entries(columns).map(([field, place]) => [field, columnName(header, place)]);
  if (named.length > 0) form.append("columns", JSON.stringify(Object.fromEntries(named)));
  const params = { path: { catalogue_id: catalogueId } };
  return given(api.POST("/api/v1/catalogues/{catalogue_id}/imports", { params, body: form as never }));
}

function confirm(importId: number): Promise<Import> {
  return given(api.POST("/api/v1/imports/{import_id}/confirmation", { params: { path: { import_id: importId } } }));
}
