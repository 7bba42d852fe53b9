import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import { type OnSent, postForm } from "@/api/sending";

export type Preview = Schemas["PreviewOut"];

/** What is asked for besides the names themselves. */
type Wanted = { catalogueId: number; candidateCount: number; title: string };

/** Where the names come from: pasted, or a column of a file. */
export type Source =
  | { names: readonly string[] }
  | { file: File; sheetName: string; nameColumn: string };

/** What the file looks like; read once for each sheet that is looked at. */
export function usePreview(file: File, sheetName: string | null, onSent: OnSent) {
  return useQuery({
    queryKey: ["nomenclature", "preview", file.name, file.size, file.lastModified, sheetName],
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ signal }) => {
      onSent(0);
      return postForm<Preview>("/api/v1/mapping-previews", formOf({ file, sheet_name: sheetName }), onSent, signal);
    },
  });
}

/** Starts a run; the server keeps the rows whole before it answers. */
export function useStart(onSent: OnSent) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ source, wanted }: { source: Source; wanted: Wanted }) =>
      "names" in source ? startNames(source.names, wanted) : startFile(source, wanted, onSent),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["nomenclature", "runs"] }),
  });
}

/** The names of a pasted text: one a line, blank lines left out. */
export function namesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function startNames(names: readonly string[], wanted: Wanted) {
  const body = {
    catalogue_id: wanted.catalogueId,
    rows: [...names],
    candidate_count: wanted.candidateCount,
    title: wanted.title === "" ? null : wanted.title,
  };
  return given(api.POST("/api/v1/mappings", { body }));
}

function startFile(source: Extract<Source, { file: File }>, wanted: Wanted, onSent: OnSent) {
  onSent(0);
  const form = formOf({
    file: source.file,
    catalogue_id: String(wanted.catalogueId),
    candidate_count: String(wanted.candidateCount),
    sheet_name: source.sheetName === "" ? null : source.sheetName,
    name_column: source.nameColumn,
    title: wanted.title === "" ? null : wanted.title,
  });
  return postForm<Schemas["MappingOut"]>("/api/v1/mappings", form, onSent);
}

function formOf(parts: Readonly<Record<string, string | File | null>>): FormData {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) if (part !== null) form.append(name, part);
  return form;
}
