import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

import { api, given, type Schemas } from "@/api/client";
import { useTenant } from "@/api/me";

export type Catalogue = Schemas["CatalogueDetail"];
type Changes = Schemas["CatalogueChanges"];

const MOST = 500;
/** Colleagues import and train too. */
const LOOK_AGAIN_MS = 15_000;

export function useCatalogues() {
  return useQuery({
    queryKey: ["catalogues", "list"],
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: async () => (await given(api.GET("/api/v1/catalogues", { params: { query: { limit: MOST } } }))).entries,
  });
}

export function useCatalogue(catalogueId: number) {
  return useQuery({
    queryKey: ["catalogues", "one", catalogueId],
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: () =>
      given(api.GET("/api/v1/catalogues/{catalogue_id}", { params: { path: { catalogue_id: catalogueId } } })),
  });
}

export function useMakeCatalogue() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (wanted: Schemas["CatalogueIn"]) => given(api.POST("/api/v1/catalogues", { body: wanted })),
    onSuccess: () => void refresh(),
  });
}

export function useChangeCatalogue(catalogueId: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (changes: Changes) => {
      const params = { path: { catalogue_id: catalogueId } };
      return given(api.PATCH("/api/v1/catalogues/{catalogue_id}", { params, body: changes }));
    },
    onSuccess: () => void refresh(),
  });
}

export function useDeleteCatalogue() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (catalogueId: number) =>
      given(api.DELETE("/api/v1/catalogues/{catalogue_id}", { params: { path: { catalogue_id: catalogueId } } })),
    // Its own queries are left alone: whatever is still on the screen would be asked for in vain.
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["catalogues", "list"] });
      void queries.invalidateQueries({ queryKey: ["nomenclature"] });
    },
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
      ]),
    [queries],
  );
}
