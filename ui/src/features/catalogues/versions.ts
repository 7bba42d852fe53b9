import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

export type Version = Schemas["ClassifierVersionOut"];

const MOST = 200;

/** The latest trainings of a catalogue's classifier, the newest first. */
export function useVersions(catalogueId: number) {
  return useQuery({
    queryKey: ["catalogues", "versions", catalogueId],
    queryFn: async () => {
      const query = { catalogue_id: catalogueId, limit: MOST };
      return (await given(api.GET("/api/v1/classifier-versions", { params: { query } }))).entries;
    },
  });
}

/** Asks for a training; whether the new version takes over is left to its accuracy. */
export function useTrain(catalogueId: number) {
  return useMutation({
    mutationFn: () => given(api.POST("/api/v1/classifier-versions", { body: { catalogue_id: catalogueId } })),
  });
}

/** Lets a version answer; promoting an older one rolls back. */
export function usePromote(catalogueId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (versionId: number) => {
      const params = { path: { classifier_version_id: versionId } };
      return given(api.POST("/api/v1/classifier-versions/{classifier_version_id}/promotion", { params }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["catalogues", "versions", catalogueId] }),
  });
}
