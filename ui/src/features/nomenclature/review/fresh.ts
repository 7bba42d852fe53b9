import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { withSaid } from "../deciding/decided";
import type { Decisions } from "../deciding/useOutbox";
import { changeRows, replacing, windowsKey } from "./cachedRows";
import { type News, readNews } from "./reading";

const WHILE_RUNNING_MS = 2_000;
const WHILE_REVIEWED_MS = 4_000;

/** A decision is dated when it begins to be stored: one may come to light so much later. */
const LATE_MS = 15_000;

/** Hears what the run finds and what other reviewers decide, every few seconds. */
export function useNews(runId: number, isRunning: boolean): void {
  const queries = useQueryClient();
  const heardAt = useRef<number | null>(null);
  useQuery({
    queryKey: ["nomenclature", "news", runId],
    refetchInterval: isRunning ? WHILE_RUNNING_MS : WHILE_REVIEWED_MS,
    staleTime: 0,
    gcTime: 0,
    queryFn: async () => {
      const since = (heardAt.current ?? Date.now()) - LATE_MS;
      const news = await readNews(runId, new Date(since).toISOString());
      heardAt.current = news.askedAt;
      hear(queries, runId, news);
      return news.askedAt;
    },
  });
}

/** Where more was decided than is told at once, the rows in view are read anew. */
function hear(queries: QueryClient, runId: number, { rows, isAll }: News): void {
  changeRows(queries, runId, replacing(rows));
  if (!isAll) void queries.invalidateQueries({ queryKey: windowsKey(runId) });
  if (rows.length > 0) void queries.invalidateQueries({ queryKey: ["nomenclature", "run", runId] });
}

/** What the server has taken stays on the screen as it was said, until it is read anew. */
export function useHeard(runId: number, { onHeard, userId }: Decisions): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      onHeard((heard) => {
        const said = new Map(heard.filter((one) => one.runId === runId).map((one) => [one.number, one]));
        changeRows(queries, runId, (row) => {
          const one = said.get(row.number);
          return one ? withSaid(row, one, userId) : row;
        });
        if (heard.some((one) => one.decision === "as_matched")) void queries.invalidateQueries({ queryKey: windowsKey(runId) });
        void queries.invalidateQueries({ queryKey: ["nomenclature", "run", runId] });
      }),
    [queries, runId, onHeard, userId],
  );
}
