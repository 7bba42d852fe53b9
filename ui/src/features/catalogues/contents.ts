import type { TreeNodeData } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

export type Group = Schemas["GroupOut"];
export type Item = Schemas["ItemOut"];

const MOST = 500;
const ITEMS_PER_PAGE = 100;
const MINUTES_5 = 300_000;

/** Every group of a catalogue. */
export function useGroups(catalogueId: number) {
  return useQuery({
    queryKey: ["catalogues", "groups", catalogueId],
    staleTime: MINUTES_5,
    queryFn: () => readGroups(catalogueId),
  });
}

/** Items by words and group, page after page. */
export function useItems(catalogueId: number, search: string, groupCode: string | null) {
  return useInfiniteQuery({
    queryKey: ["catalogues", "items", catalogueId, search, groupCode],
    placeholderData: keepPreviousData,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: ITEMS_PER_PAGE,
        ...(search === "" ? {} : { search }),
        ...(groupCode === null ? {} : { group_code: groupCode }),
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      const path = { catalogue_id: catalogueId };
      return given(api.GET("/api/v1/catalogues/{catalogue_id}/items", { params: { path, query }, signal }));
    },
    getNextPageParam: (page) => page.next_after,
  });
}

/** Groups as a tree, in the order they came; one whose parent is unknown, or that would close a ring, is a root. */
export function treeOf(groups: readonly Group[]): TreeNodeData[] {
  const parents = new Map(groups.map((group) => [group.code, group.parent_code]));
  const nodes = new Map<string, TreeNodeData>(
    groups.map((group) => [group.code, { value: group.code, label: labelOf(group) }]),
  );
  const roots: TreeNodeData[] = [];
  for (const [code, node] of nodes) {
    const parentCode = parents.get(code) ?? null;
    const parent = parentCode === null || isRing(code, parents) ? undefined : nodes.get(parentCode);
    if (parent) (parent.children ??= []).push(node);
    else roots.push(node);
  }
  return roots;
}

/** What a group is called; its code where it has no name. */
export function labelOf(group: Pick<Group, "code" | "name">): string {
  return group.name === null || group.name === "" ? group.code : group.name;
}

function isRing(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set([code]);
  for (let next = parents.get(code); next; next = parents.get(next)) {
    if (seen.has(next)) return true;
    seen.add(next);
  }
  return false;
}

async function readGroups(catalogueId: number): Promise<Group[]> {
  const found: Group[] = [];
  let after: number | null = null;
  do {
    const query: { limit: number; after?: number } = { limit: MOST, ...(after === null ? {} : { after }) };
    const path = { catalogue_id: catalogueId };
    const page: Schemas["Page_GroupOut_"] = await given(
      api.GET("/api/v1/catalogues/{catalogue_id}/groups", { params: { path, query } }),
    );
    found.push(...page.entries);
    after = page.next_after;
  } while (after !== null);
  return found;
}
