import { useEffect, useState } from "react";

import type { Job } from "@/pieces/useJob";

/** A free worker takes a job out of the queue sooner than this. */
const QUEUED_MS = 8_000;

/** A worker that lives has more rows ready sooner than this. */
const STARTED_MS = 60_000;

/** Whether nothing has been heard of a job for too long: still in the queue ("waiting"), or without progress ("stuck"). */
export function useStandstill(job: Pick<Job, "id" | "status" | "ready_count">): "waiting" | "stuck" | null {
  const { id, status, ready_count } = job;
  const now = `${id} ${status} ${ready_count}`;
  const [stoodAt, setStoodAt] = useState<string | null>(null);
  useEffect(() => {
    if (status !== "queued" && status !== "started") return;
    const timer = setTimeout(() => setStoodAt(now), status === "queued" ? QUEUED_MS : STARTED_MS);
    return () => clearTimeout(timer);
  }, [status, now]);
  if (stoodAt !== now) return null;
  return status === "queued" ? "waiting" : "stuck";
}
