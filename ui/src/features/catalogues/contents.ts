import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import { useKeysetPages } from "@/pieces/useKeysetPages";

export type Group = Schemas["GroupOut"];
export type Item = Schemas["ItemOut"];
export type ConfirmedName = Schemas["ConfirmedOut"];

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

/** Items by words and group (with the groups below it), page after page. */
export function useItems(catalogueId: number, words: string, groupCode: string | null) {
  return useInfiniteQuery({
    queryKey: ["catalogues", "items", catalogueId, words, groupCode],
    placeholderData: keepPreviousData,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: ITEMS_PER_PAGE,
        ...(words === "" ? {} : { search: words }),
        ...(groupCode === null ? {} : { group_code: groupCode, with_subgroups: true }),
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      const path = { catalogue_id: catalogueId };
      return given(api.GET("/api/v1/catalogues/{catalogue_id}/items", { params: { path, query }, signal }));
    },
    getNextPageParam: (page) => page.next_after,
  });
}

/** An item with what matching reads in its name. */
export function useItem(catalogueId: number, itemId: number) {
  return useQuery({
    queryKey: ["catalogues", "item", catalogueId, itemId],
    queryFn: () => {
      const path = { catalogue_id: catalogueId, item_id: itemId };
      return given(api.GET("/api/v1/catalogues/{catalogue_id}/items/{item_id}", { params: { path } }));
    },
  });
}

/** What suppliers call an item, as people confirmed. */
export function useConfirmedNames(catalogueId: number, itemId: number) {
  return useKeysetPages(confirmedKey(itemId), (page) => {
    const query = { ...page, catalogue_id: catalogueId, item_id: itemId };
    return given(api.GET("/api/v1/confirmed-matches", { params: { query } }));
  });
}

/** Takes a confirmed name back: matching forgets it. */
export function useForget(itemId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (confirmedId: number) => {
      const params = { path: { confirmed_match_id: confirmedId } };
      return given(api.DELETE("/api/v1/confirmed-matches/{confirmed_match_id}", { params }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: confirmedKey(itemId) }),
  });
}

function confirmedKey(itemId: number) {
  return ["catalogues", "confirmed", itemId] as const;
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
