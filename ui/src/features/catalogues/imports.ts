import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import { Refused } from "@/api/problems";
import { type OnSent, postForm } from "@/api/sending";

import { useRefresh } from "./catalogues";
import { type Columns, columnsOf, isSame, namesOf } from "./importing/columns";

export type Import = Schemas["ImportOut"];
type Uploaded = Schemas["UploadedImport"];
type Note = Schemas["NoteOut"];

/** What a file looks like. `importId` is none where its columns could not be told, and `rowCount` unknown then. */
export type Look = {
  header: string[];
  firstRows: unknown[][];
  rowCount: number | null;
  columns: Columns;
  importId: number | null;
  sheetName: string | null;
  sheetNames: string[];
  notes: Note[];
};

type Wanted = { columns: Columns; removesAbsent: boolean };

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
    select: ({ pages }) => pages.flatMap((page) => page.entries).filter(wasConfirmed),
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

/** Uploads a file for a look: nothing is brought in. A file whose columns cannot be told is shown all the same. */
export function useLook(catalogueId: number, file: File, sheetName: string | null, onSent: OnSent) {
  return useQuery({
    queryKey: ["catalogues", "look", catalogueId, file.name, file.size, file.lastModified, sheetName],
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async ({ signal }): Promise<Look> => {
      try {
        return lookOf(await upload(catalogueId, file, { sheetName }, onSent, signal));
      } catch (error) {
        const unclear = unclearLook(error, sheetName);
        if (unclear === null) throw error;
        return unclear;
      }
    },
  });
}

/** Brings the file in: what was looked at is confirmed as it is; with other choices it is sent anew. */
export function useImport(catalogueId: number, onSent: OnSent) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ file, look, wanted }: { file: File; look: Look; wanted: Wanted }): Promise<Import> =>
      look.importId !== null && !wanted.removesAbsent && isSame(look.columns, wanted.columns)
        ? confirm(look.importId)
        : upload(catalogueId, file, { ...wanted, header: look.header, sheetName: look.sheetName, isConfirmed: true }, onSent),
    onSuccess: () => void refresh(),
  });
}

/** An import that was cancelled or failed goes on where it stopped. */
export function useGoOn() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: confirm, onSuccess: () => void refresh() });
}

/** A look alone leaves an import too, without a job. */
function wasConfirmed(one: Import): boolean {
  return one.job_id !== null || one.finished_at !== null;
}

function lookOf(uploaded: Uploaded): Look {
  return {
    header: uploaded.header,
    firstRows: uploaded.first_rows,
    rowCount: uploaded.row_count,
    columns: columnsOf(uploaded.columns),
    importId: uploaded.id,
    sheetName: uploaded.sheet_name,
    sheetNames: uploaded.sheet_names,
    notes: uploaded.notes,
  };
}

/** What a refusal tells of a file whose columns could not be told. */
function unclearLook(error: unknown, sheetName: string | null): Look | null {
  if (!(error instanceof Refused) || error.slug !== "columns-unclear") return null;
  const { header, first_rows: firstRows, sheet_names: sheetNames } = error.problem;
  if (!Array.isArray(header)) return null;
  return {
    header: header.map(String),
    firstRows: Array.isArray(firstRows) ? firstRows : [],
    rowCount: null,
    columns: {},
    importId: null,
    sheetName,
    sheetNames: Array.isArray(sheetNames) ? sheetNames.map(String) : [],
    notes: [],
  };
}

type Upload = Partial<Wanted> & { header?: readonly string[]; sheetName: string | null; isConfirmed?: boolean };

function upload(catalogueId: number, file: File, told: Upload, onSent: OnSent, signal?: AbortSignal): Promise<Uploaded> {
  const { columns, removesAbsent = false, header = [], sheetName, isConfirmed = false } = told;
  const form = new FormData();
  form.append("file", file);
  form.append("removes_absent", String(removesAbsent));
  form.append("confirm", String(isConfirmed));
  if (sheetName !== null) form.append("sheet_name", sheetName);
  if (columns !== undefined) form.append("columns", JSON.stringify(namesOf(columns, header)));
  onSent(0);
  return postForm<Uploaded>(`/api/v1/catalogues/${catalogueId}/imports`, form, onSent, signal);
}

function confirm(importId: number): Promise<Import> {
  return given(api.POST("/api/v1/imports/{import_id}/confirmation", { params: { path: { import_id: importId } } }));
}
