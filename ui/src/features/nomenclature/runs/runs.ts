import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";

import { api, given, type Schemas } from "@/api/client";

export type Run = Schemas["MappingOut"];
export type RunDetail = Schemas["MappingDetail"];

const RUNS_PER_PAGE = 50;
const UNDER_WAY_MS = 5_000;
const WHILE_RUNNING_MS = 2_000;
const WHILE_REVIEWED_MS = 8_000;

/** The department's runs, the newest first. */
export function useRuns() {
  return useInfiniteQuery({
    queryKey: ["nomenclature", "runs"],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => {
      const query = { limit: RUNS_PER_PAGE, ...(pageParam === null ? {} : { after: pageParam }) };
      return given(api.GET("/api/v1/mappings", { params: { query } }));
    },
    getNextPageParam: (page) => page.next_after,
  });
}

/** Ids of the jobs that wait or run now: those of the runs under way are among them. */
export function useJobsUnderWay(): ReadonlySet<number> {
  const found = useQuery({
    queryKey: ["nomenclature", "jobs-under-way"],
    refetchInterval: UNDER_WAY_MS,
    queryFn: async () => {
      const states = ["queued", "started"] as const;
      const pages = await Promise.all(
        states.map((status) => given(api.GET("/api/v1/jobs", { params: { query: { status, limit: 100 } } }))),
      );
      return pages.flatMap((page) => page.entries.map((job) => job.id));
    },
  });
  return useMemo(() => new Set(found.data), [found.data]);
}

/** A run and how many of its rows have each decision, kept up to date. */
export function useRun(runId: number) {
  return useQuery({
    queryKey: ["nomenclature", "run", runId],
    refetchInterval: ({ state }) => ((state.data?.decision_counts.pending ?? 0) > 0 ? WHILE_RUNNING_MS : WHILE_REVIEWED_MS),
    queryFn: () => given(api.GET("/api/v1/mappings/{mapping_id}", { params: { path: { mapping_id: runId } } })),
  });
}

export function useDeleteRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (runId: number) => api.DELETE("/api/v1/mappings/{mapping_id}", { params: { path: { mapping_id: runId } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["nomenclature", "runs"] }),
  });
}
