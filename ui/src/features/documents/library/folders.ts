import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

import { askAnew, foldersKey, QUIET_POLL_MS } from "./documents";
import type { Folder } from "./tree";

const PAGE_SIZE = 500;

/** All folders of the department; `parent_id` makes the tree. */
export function useFolders() {
  return useQuery({ queryKey: foldersKey, queryFn: readFolders, refetchInterval: QUIET_POLL_MS });
}

export async function readFolders(): Promise<Folder[]> {
  const all: Folder[] = [];
  let after: number | null = null;
  do {
    const query: { limit: number; after?: number } = { limit: PAGE_SIZE, ...(after === null ? {} : { after }) };
    const page: Schemas["Page_FolderOut_"] = await given(api.GET("/api/v1/folders", { params: { query } }));
    all.push(...page.entries);
    after = page.next_after;
  } while (after !== null);
  return all;
}

const pathOf = (id: number) => ({ path: { folder_id: id } });

function useChange<Wanted>(mutationFn: (wanted: Wanted) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => askAnew(queries) });
}

export function useMakeFolder() {
  return useChange((body: Schemas["NewFolder"]) => given(api.POST("/api/v1/folders", { body })));
}

export function useChangeFolder() {
  return useChange(({ id, ...body }: { id: number } & Schemas["FolderChange"]) =>
    given(api.PATCH("/api/v1/folders/{folder_id}", { params: pathOf(id), body })),
  );
}

/** With everything that lies in it. */
export function useDeleteFolder() {
  return useChange((id: number) =>
    api.DELETE("/api/v1/folders/{folder_id}", { params: { ...pathOf(id), query: { with_contents: true } } }),
  );
}
