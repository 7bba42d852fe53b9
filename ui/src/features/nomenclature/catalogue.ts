import { useQuery } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

export type Catalogue = Schemas["CatalogueOut"];

const MOST = 500;

export function useCatalogues() {
  return useQuery({
    queryKey: ["nomenclature", "catalogues"],
    queryFn: async () => (await given(api.GET("/api/v1/catalogues", { params: { query: { limit: MOST } } }))).entries,
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
