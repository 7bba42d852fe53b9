import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

import { api, given, type Schemas } from "@/api/client";
import { useTenant } from "@/api/me";

export type Catalogue = Schemas["CatalogueOut"];
export type CatalogueDetail = Schemas["CatalogueDetail"];
type Changes = Schemas["CatalogueChanges"];

const MOST = 500;

export function useCatalogues() {
  return useQuery({
    queryKey: ["catalogues", "list"],
    queryFn: async () => (await given(api.GET("/api/v1/catalogues", { params: { query: { limit: MOST } } }))).entries,
  });
}

export function useCatalogue(catalogueId: number) {
  return useQuery({
    queryKey: ["catalogues", "one", catalogueId],
    queryFn: () =>
      given(api.GET("/api/v1/catalogues/{catalogue_id}", { params: { path: { catalogue_id: catalogueId } } })),
  });
}

export function useMakeCatalogue() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (wanted: Schemas["CatalogueIn"]) => given(api.POST("/api/v1/catalogues", { body: wanted })),
    onSuccess: refresh,
  });
}

export function useChangeCatalogue(catalogueId: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (changes: Changes) => {
      const params = { path: { catalogue_id: catalogueId } };
      return given(api.PATCH("/api/v1/catalogues/{catalogue_id}", { params, body: changes }));
    },
    onSuccess: refresh,
  });
}

export function useDeleteCatalogue() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (catalogueId: number) =>
      api.DELETE("/api/v1/catalogues/{catalogue_id}", { params: { path: { catalogue_id: catalogueId } } }),
    onSuccess: refresh,
  });
}

/** What the signed-in person may do here: an admin everything, an expert train and promote. */
export function useRights(): { isAdmin: boolean; isExpert: boolean } {
  const role = useTenant()?.role;
  return { isAdmin: role === "admin", isExpert: role === "admin" || role === "expert" };
}

/** Whatever is known of catalogues is asked for again; matching shows them too. */
export function useRefresh(): () => Promise<unknown> {
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["catalogues"] }),
        queries.invalidateQueries({ queryKey: ["nomenclature", "catalogues"] }),
        queries.invalidateQueries({ queryKey: ["nomenclature", "groups"] }),
      ]),
    [queries],
  );
}
