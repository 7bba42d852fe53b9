import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";
import { isOver } from "@/pieces/useJob";

/** A run, with how many of its rows have each decision. */
export type Run = Schemas["MappingOut"];

const RUNS_PER_PAGE = 30;
const WHILE_RUNNING_MS = 2_000;
const LIST_EVERY_MS = 20_000;
const WHILE_REVIEWED_MS = 10_000;

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
    refetchInterval: ({ state }) => {
      const runs = state.data?.pages.flatMap((page) => page.entries) ?? [];
      return runs.some(isUnderWay) ? WHILE_RUNNING_MS : LIST_EVERY_MS;
    },
  });
}

/** Whether rows of the run are still to come. */
export function isUnderWay(run: Run): boolean {
  return !isOver({ status: run.job_status });
}

/** A run, kept up to date. */
export function useRun(runId: number) {
  return useQuery({
    queryKey: ["nomenclature", "run", runId],
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? WHILE_RUNNING_MS : WHILE_REVIEWED_MS),
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

/** Has the rows that are still without an answer matched; the run has another job from then on. */
export function useRestartRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (runId: number) =>
      given(api.POST("/api/v1/mappings/{mapping_id}/restart", { params: { path: { mapping_id: runId } } })),
    onSuccess: (run) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["nomenclature", "runs"] }),
        queries.invalidateQueries({ queryKey: ["nomenclature", "run", run.id] }),
      ]),
  });
}
