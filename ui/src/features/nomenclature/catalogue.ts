import type { TreeNodeData } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

export type Catalogue = Schemas["CatalogueOut"];
export type Group = Schemas["GroupOut"];
export type Item = Schemas["ItemOut"];

const MOST = 500;
const ITEMS_PER_PAGE = 30;
const MINUTES_5 = 300_000;

export function useCatalogues() {
  return useQuery({
    queryKey: ["nomenclature", "catalogues"],
    queryFn: async () => (await given(api.GET("/api/v1/catalogues", { params: { query: { limit: MOST } } }))).entries,
  });
}

/** Every group of a catalogue. */
export function useGroups(catalogueId: number) {
  return useQuery({
    queryKey: ["nomenclature", "groups", catalogueId],
    staleTime: MINUTES_5,
    queryFn: () => readGroups(catalogueId),
  });
}

/** Items that hold every word of `search`, of one group where one is chosen. Nothing is asked while both are empty. */
export function useItems(catalogueId: number, search: string, groupCode: string | null) {
  return useInfiniteQuery({
    queryKey: ["nomenclature", "items", catalogueId, search, groupCode],
    enabled: search !== "" || groupCode !== null,
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

/** One item by its id; asked for only where a row names an item that is not among its candidates. */
export function useItem(catalogueId: number, itemId: number | null) {
  return useQuery({
    queryKey: ["nomenclature", "item", catalogueId, itemId],
    enabled: itemId !== null,
    staleTime: Infinity,
    queryFn: () => {
      const path = { catalogue_id: catalogueId, item_id: itemId as number };
      return given(api.GET("/api/v1/catalogues/{catalogue_id}/items/{item_id}", { params: { path } }));
    },
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
export function labelOf(group: { code: string; name: string | null }): string {
  return group.name === null || group.name === "" ? group.code : group.name;
}

/** The names from the root down to a group; branches without a name are passed over. */
export function pathOf(code: string, groups: ReadonlyMap<string, Group>): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let next: string | null = code; next !== null && !seen.has(next); ) {
    seen.add(next);
    const group = groups.get(next);
    if (group?.name || next === code) path.unshift(group ? labelOf(group) : next);
    next = group?.parent_code ?? null;
  }
  return path;
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
