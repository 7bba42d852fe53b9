import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

export type Item = Schemas["ItemOut"];

type Options = { limit: number; enabled?: boolean };

/** The items that hold every word, of a group and those below it where one is chosen; `limit` of them a page. */
export function useItems(catalogueId: number, words: string, groupCode: string | null, { limit, enabled = true }: Options) {
  return useInfiniteQuery({
    queryKey: ["catalogues", "items", catalogueId, words, groupCode, limit],
    enabled,
    placeholderData: keepPreviousData,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit,
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
