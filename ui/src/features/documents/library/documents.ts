import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import { Refused } from "@/api/problems";

import type { Folder } from "./tree";

export type Document = Schemas["DocumentOut"];

/** Which documents a list shows: those of a folder itself, those in none, those with a name like this. */
export type Shelf = { folder: number } | { folder: null } | { search: string };

const PAGE_SIZE = 100;
const READING_POLL_MS = 1_500;
const EMBEDDING_POLL_MS = 6_000;
/** What colleagues upload, move, delete meanwhile is seen after so long. */
export const QUIET_POLL_MS = 20_000;

/** Of lists and documents, which change; and of their pages, which change only when a document is read anew. */
const documentsKey = ["documents", "library"] as const;
export const pagesKey = ["documents", "pages"] as const;

/** A list of documents, the newest first, kept up to date while any of them is being read. */
export function useShelf(shelf: Shelf) {
  return useInfiniteQuery({
    queryKey: [...documentsKey, "shelf", shelf],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => {
      const query = { ...queryOf(shelf), limit: PAGE_SIZE, ...(pageParam === null ? {} : { after: pageParam }) };
      return given(api.GET("/api/v1/documents", { params: { query } }));
    },
    getNextPageParam: (page) => page.next_after,
    refetchInterval: (query) => pollAfter(query.state.data?.pages.flatMap((page) => page.entries) ?? []),
  });
}

function queryOf(shelf: Shelf) {
  if ("search" in shelf) return { search: shelf.search };
  return shelf.folder === null ? { is_unfiled: true } : { folder_id: shelf.folder };
}

/** Whether its pages are still being read, or it is being prepared for search by meaning. */
export function isBusy({ status }: Pick<Document, "status">): boolean {
  return status === "queued" || status === "reading" || status === "embedding";
}

/** How long until these are asked for again. */
export function pollAfter(documents: Pick<Document, "status">[]): number {
  if (documents.some(({ status }) => status === "queued" || status === "reading")) return READING_POLL_MS;
  return documents.some(({ status }) => status === "embedding") ? EMBEDDING_POLL_MS : QUIET_POLL_MS;
}

/** Whether the department has any document at all; undefined until that is known. */
export function useHasDocuments(): boolean | undefined {
  const first = useQuery({
    queryKey: [...documentsKey, "first"],
    queryFn: () => given(api.GET("/api/v1/documents", { params: { query: { limit: 1 } } })),
  });
  return first.data && first.data.entries.length > 0;
}

/** One document; null where it is no longer there. */
export function documentQuery(id: number) {
  return {
    queryKey: [...documentsKey, "one", id],
    queryFn: () => foundOrNull(given(api.GET("/api/v1/documents/{document_id}", pathOf(id)))),
  };
}

export function useDocument(id: number) {
  return useQuery({
    ...documentQuery(id),
    refetchInterval: (query) => pollAfter(query.state.data ? [query.state.data] : []),
  });
}

async function foundOrNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 404) return null;
    throw error;
  }
}

const pathOf = (id: number) => ({ params: { path: { document_id: id } } });

export const foldersKey = [...documentsKey, "folders"] as const;

/** After a change of documents or folders every list of them may be different; of folders that are gone none is asked for. */
export async function askAnew(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: foldersKey });
  const folders = queries.getQueryData<Folder[]>(foldersKey);
  await queries.invalidateQueries({
    queryKey: documentsKey,
    predicate: ({ queryKey }) => queryKey[2] !== "folders" && isOfFolders(queryKey[3] as Shelf | undefined, folders),
  });
}

function isOfFolders(shelf: Shelf | undefined, folders: Folder[] | undefined): boolean {
  if (!folders || !shelf || typeof shelf !== "object" || !("folder" in shelf) || shelf.folder === null) return true;
  return folders.some((folder) => folder.id === shelf.folder);
}

function useChange<Wanted>(mutationFn: (wanted: Wanted) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => askAnew(queries) });
}

export function useChangeDocument() {
  return useChange(({ id, ...body }: { id: number } & Schemas["DocumentChange"]) =>
    given(api.PATCH("/api/v1/documents/{document_id}", { ...pathOf(id), body })),
  );
}

export function useDeleteDocument() {
  return useChange((id: number) => api.DELETE("/api/v1/documents/{document_id}", pathOf(id)));
}

/** Read it anew, from its first page. */
export function useReadAgain() {
  const queries = useQueryClient();
  return useChange(async (id: number) => {
    await given(api.POST("/api/v1/documents/{document_id}/indexing", pathOf(id)));
    await queries.invalidateQueries({ queryKey: pagesKey });
  });
}

/** Stop the reading; what is read until then is searched. */
export function useStopReading() {
  return useChange((jobId: number) => given(api.DELETE("/api/v1/jobs/{job_id}", { params: { path: { job_id: jobId } } })));
}
