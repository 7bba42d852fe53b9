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
      return (await given(api.GET("/api/v1/classifier-versions", { params: { query } }))).entries.map(judgedOrNot);
    },
  });
}

/** What was judged on no name at all has no accuracy, whatever figure stands there. */
export function judgedOrNot(version: Version): Version {
  return version.held_out_count > 0 ? version : { ...version, accuracy: null, macro_f1: null };
}

/** How much more a version has learned from than the one trained before it; nothing where all is the same. */
export type Growth = Record<"items" | "confirmed" | "groups", number>;

export function growthOf(version: Version, before: Version | undefined): Growth | null {
  if (!before) return null;
  const growth = {
    items: version.item_count - before.item_count,
    confirmed: version.confirmed_count - before.confirmed_count,
    groups: version.group_count - before.group_count,
  };
  return Object.values(growth).every((one) => one === 0) ? null : growth;
}

/** By how many percentage points a version is more accurate than another; none where one was not judged. */
export function pointsAbove(version: Version, other: Version | undefined): number | null {
  if (!other || version.id === other.id || version.accuracy === null || other.accuracy === null) return null;
  return Math.round((version.accuracy - other.accuracy) * 1000) / 10;
}

/** Asks for a training; whether the new version takes over is left to its accuracy. */
export function useTrain(catalogueId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => given(api.POST("/api/v1/classifier-versions", { body: { catalogue_id: catalogueId } })),
    // The work under way is known of the catalogue.
    onSuccess: () => queries.invalidateQueries({ queryKey: ["catalogues", "one", catalogueId] }),
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
