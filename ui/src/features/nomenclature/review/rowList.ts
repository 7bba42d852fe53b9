import { useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";

import type { Row } from "../deciding/decided";
import { rowsKey } from "./cachedRows";
import { EVERYTHING, type Filter, isEverything } from "./filter";
import { readNumbers, readRows } from "./reading";

/** Places (from 0) of the rows that are in view; `last` is one after the last. */
export type View = { first: number; last: number };

/** The rows shown, by their place in the list. */
export type RowList = {
  count: number;
  isMore: boolean;
  isFirstLoad: boolean;
  error: unknown;
  again: () => void;
  at: (place: number) => Row | undefined;
  numberAt: (place: number) => number | undefined;
  placeOf: (number: number) => number;
};

const WINDOW = 200;
const KEPT_MS = 60_000;
const FRESH_MS = 10_000;
const MORE_COME_MS = 2_000;

/** The rows of a run, those around the view loaded: all of them by number, or those a filter finds, page after page. */
export function useRowList(runId: number, rowCount: number, filter: Filter, view: View, isRunning: boolean): RowList {
  const isWhole = isEverything(filter);
  const whole = useWhole(runId, rowCount, view, isWhole);
  const found = useFound(runId, filter, view, isRunning, !isWhole);
  return isWhole ? whole : found;
}

/** One row, where it is not among the loaded ones. */
export function useRow(runId: number, number: number | null) {
  return useQuery({
    queryKey: [...rowsKey(runId), "row", number],
    enabled: number !== null,
    gcTime: KEPT_MS,
    queryFn: () => readNumbers(runId, [number as number], 1),
  });
}

/** Every row: rows are numbered 1…`rowCount`, so any window of them can be asked for. */
function useWhole(runId: number, rowCount: number, view: View, isOn: boolean): RowList {
  const windows = isOn ? windowsOf(view, rowCount) : [];
  const answers = useQueries({
    queries: windows.map((window) => ({
      queryKey: [...rowsKey(runId), "window", window],
      staleTime: FRESH_MS,
      gcTime: KEPT_MS,
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await readRows(runId, EVERYTHING, window * WINDOW, WINDOW, signal)).entries,
    })),
  });
  const failed = answers.find((answer) => answer.isError);
  const loaded = new Map(windows.map((window, place) => [window, answers[place]?.data]));
  return {
    count: rowCount,
    isMore: false,
    isFirstLoad: answers.length > 0 && answers.every((answer) => answer.isPending),
    error: failed?.error ?? null,
    again: () => void Promise.all(answers.filter((answer) => answer.isError).map((answer) => answer.refetch())),
    at: (place) => loaded.get(Math.floor(place / WINDOW))?.[place % WINDOW],
    numberAt: (place) => (place >= 0 && place < rowCount ? place + 1 : undefined),
    placeOf: (number) => number - 1,
  };
}

/** The windows that the view lies in, and the next one after it. */
export function windowsOf(view: View, rowCount: number): number[] {
  const last = Math.floor(Math.max(0, rowCount - 1) / WINDOW);
  const from = Math.min(last, Math.floor(view.first / WINDOW));
  const to = Math.min(last, Math.floor((Math.max(view.last, 1) - 1 + WINDOW / 2) / WINDOW));
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

/**
 * What a filter finds, as it was when it was chosen: a row that is decided meanwhile keeps its place under the
 * hand of whoever goes through the list. While the run goes on, rows are added at the end.
 */
function useFound(runId: number, filter: Filter, view: View, isRunning: boolean, isOn: boolean): RowList {
  const answer = useInfiniteQuery({
    queryKey: [...rowsKey(runId), "found", filter],
    enabled: isOn,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => readRows(runId, filter, pageParam, WINDOW, signal),
    getNextPageParam: (page, _, after) => page.next_after ?? (isRunning ? (page.entries.at(-1)?.number ?? after) : null),
  });
  const rows = useMemo(() => answer.data?.pages.flatMap((page) => page.entries) ?? [], [answer.data]);
  const places = useMemo(() => new Map(rows.map((row, place) => [row.number, place])), [rows]);
  const lastPage = answer.data?.pages.at(-1);
  useMore(answer, view.last + WINDOW / 2 >= rows.length, lastPage?.next_after === null);
  return {
    count: rows.length,
    isMore: answer.hasNextPage,
    isFirstLoad: answer.isPending,
    error: answer.error,
    again: () => void (answer.data ? answer.fetchNextPage() : answer.refetch()),
    at: (place) => rows[place],
    numberAt: (place) => rows[place]?.number,
    placeOf: (number) => places.get(number) ?? -1,
  };
}

type Pages = { hasNextPage: boolean; isFetching: boolean; isError: boolean; fetchNextPage: () => Promise<unknown> };

/** Asks for the next page when the end comes near; at the end of what there is so far, a moment later. */
function useMore({ hasNextPage, isFetching, isError, fetchNextPage }: Pages, isNear: boolean, isAtEnd: boolean): void {
  useEffect(() => {
    if (!isNear || !hasNextPage || isFetching || isError) return;
    const timer = setTimeout(() => void fetchNextPage(), isAtEnd ? MORE_COME_MS : 0);
    return () => clearTimeout(timer);
  }, [isNear, isAtEnd, hasNextPage, isFetching, isError, fetchNextPage]);
}
