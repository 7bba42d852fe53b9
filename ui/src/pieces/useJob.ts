import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";

import { api, given, type Schemas } from "@/api/client";
import { events } from "@/api/events";

export type Job = Schemas["JobOut"];

const POLL_EVERY_MS = 2_000;

/**
 * A job of the background, followed until its end: by the server's events, and by asking every other second where
 * those break. `onEnd` is called once with the job as it ended, also where it has ended before.
 */
export function useJob(jobId: number | null, onEnd?: (job: Job) => void) {
  const queries = useQueryClient();
  const [brokenFor, setBrokenFor] = useState<number | null>(null);
  const found = useQuery({
    queryKey: ["jobs", jobId],
    // Not asked while it is told: an answer under way could be older than what was told meanwhile.
    enabled: jobId !== null && brokenFor === jobId,
    queryFn: () => given(api.GET("/api/v1/jobs/{job_id}", { params: { path: { job_id: jobId as number } } })),
    refetchInterval: (query) => (!query.state.data || isOver(query.state.data) ? false : POLL_EVERY_MS),
  });
  const job = found.data;
  const told = useEffectEvent((ended: Job) => onEnd?.(ended));

  useEffect(() => {
    if (jobId === null) return;
    const stop = new AbortController();
    void follow(queries, jobId, stop.signal, () => setBrokenFor(jobId));
    return () => stop.abort();
  }, [queries, jobId]);

  const hasEnded = job !== undefined && isOver(job);
  useEffect(() => {
    if (hasEnded) told(job);
    // Once a job: what else changes of it after its end is nobody's news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hasEnded, jobId]);

  return { job, error: found.error, again: () => void found.refetch() };
}

async function follow(queries: QueryClient, jobId: number, signal: AbortSignal, onBreak: () => void): Promise<void> {
  const queryKey = ["jobs", jobId];
  try {
    for await (const { event, data } of events(`/api/v1/jobs/${jobId}/events`, undefined, signal)) {
      if (event === "job") queries.setQueryData(queryKey, data as Job);
    }
  } catch {
    // Whatever it was, asking tells it to the user.
  }
  const last = queries.getQueryData<Job>(queryKey);
  if (!signal.aborted && !(last && isOver(last))) onBreak();
}

/** Nothing more will happen to the job. */
export function isOver(job: Pick<Job, "status">): boolean {
  return job.status === "finished" || job.status === "failed" || job.status === "cancelled";
}
