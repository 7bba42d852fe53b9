import { notifications } from "@mantine/notifications";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";

import { type Row, withSaid } from "../deciding/decided";
import type { Decisions } from "../deciding/useOutbox";
import { changeRows, keptRows, replacing, windowsKey } from "./cachedRows";
import { type News, readNews } from "./reading";

const WHILE_RUNNING_MS = 2_000;
const WHILE_REVIEWED_MS = 4_000;

/** A decision is dated when it begins to be stored: one may come to light so much later. */
const LATE_MS = 15_000;

/** Rows are told by their numbers, so many at most. */
const MOST_NAMED = 10;

/** Hears what the run finds and what other reviewers decide, every few seconds; tells where they overrule oneself. */
export function useNews(runId: number, isRunning: boolean, userId: number): void {
  const { t } = useTranslation("nomenclature");
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
      const overruled = overruledIn(keptRows(queries, runId), news.rows, userId);
      hear(queries, runId, news);
      if (overruled.length > 0) notifications.show({ message: t("review.overruled", told(overruled)), color: "yellow", autoClose: 10_000 });
      return news.askedAt;
    },
  });
}

/** Newer rows in which somebody else has put another answer in the place of one's own. */
export function overruledIn(kept: readonly Row[], newer: readonly Row[], userId: number): Row[] {
  const own = new Map(kept.filter((row) => row.decided_by_person && row.decided_by_id === userId).map((row) => [row.number, row]));
  return newer.filter((row) => {
    const mine = own.get(row.number);
    const isAnothers = row.decided_by_person && row.decided_by_id !== userId;
    return mine !== undefined && isAnothers && (row.decision !== mine.decision || row.item_id !== mine.item_id);
  });
}

function told(rows: readonly Row[]) {
  const numbers = rows.map((row) => number(row.number));
  const people = new Set(rows.map((row) => row.decided_by).filter((who) => who !== null));
  return { rows: numbers.slice(0, MOST_NAMED).join(", ") + (numbers.length > MOST_NAMED ? " …" : ""), who: [...people].join(", ") };
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
