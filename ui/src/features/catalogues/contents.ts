import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import { useKeysetPages } from "@/pieces/useKeysetPages";

export type ConfirmedName = Schemas["ConfirmedOut"];

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
