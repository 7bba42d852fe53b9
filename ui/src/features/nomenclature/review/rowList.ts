import { type QueryClient, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";

import type { Row } from "../deciding/decided";
import { rowsKey, windowsKey } from "./cachedRows";
import type { Filter } from "./filter";
import { type Numbers, useNumbers } from "./numbers";
import { readRows } from "./reading";

/** Places (from 0) of the rows that are in view; `last` is one after the last. */
export type View = { first: number; last: number };

/** The rows shown, by their place in the list. */
export type RowList = {
  count: number;
  numbers: readonly number[];
  isFirstLoad: boolean;
  isTurning: boolean;
  error: unknown;
  again: () => void;
  at: (place: number) => Row | undefined;
  numberAt: (place: number) => number | undefined;
  placeOf: (number: number) => number;
};

const WINDOW = 100;
const KEPT_MS = 30_000;

/** The rows of a run that meet a filter, those around the view loaded. */
export function useRowList(runId: number, rowCount: number, filter: Filter, view: View, isRunning: boolean): RowList {
  const queries = useQueryClient();
  const numbers = useNumbers(runId, rowCount, filter, isRunning);
  const { all } = numbers;
  const windows = windowsOf(view, all.length);
  const answers = useQueries({ queries: windows.map((window) => windowQuery(runId, numbersIn(all, window))) });
  const places = useMemo(() => new Map(all.map((number, place) => [number, place])), [all]);
  const loaded = new Map(windows.map((window, place) => [window, answers[place]?.data]));
  const failed = answers.find((answer) => answer.isError);
  const spare = answers.some((answer) => answer.isPending) ? rowsKept(queries, runId) : undefined;
  return {
    ...stateOf(numbers, failed?.error),
    count: all.length,
    numbers: all,
    again: () => {
      if (numbers.error) numbers.again();
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
    at: (place) => rowAt(loaded.get(Math.floor(place / WINDOW)), place % WINDOW, all[place]) ?? spare?.get(all[place] ?? 0),
    numberAt: (place) => all[place],
    placeOf: (number) => places.get(number) ?? -1,
  };
}

/** One row, where it is not among the loaded ones. */
export function useRow(runId: number, number: number | null) {
  return useQuery({
    queryKey: [...rowsKey(runId), "row", number],
    enabled: number !== null,
    gcTime: KEPT_MS,
    queryFn: () => readRows(runId, [number as number]),
  });
}

/** The windows that the view lies in, and the next one after it. */
export function windowsOf(view: View, count: number): number[] {
  const last = Math.floor(Math.max(0, count - 1) / WINDOW);
  const from = Math.min(last, Math.floor(view.first / WINDOW));
  const to = Math.min(last, Math.floor((Math.max(view.last, 1) - 1 + WINDOW / 2) / WINDOW));
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

function numbersIn(all: readonly number[], window: number): readonly number[] {
  return all.slice(window * WINDOW, (window + 1) * WINDOW);
}

/** Rows are kept by their numbers, so that the same ones of another filter are there at once. */
function windowQuery(runId: number, numbers: readonly number[]) {
  return {
    queryKey: [...windowsKey(runId), numbers],
    enabled: numbers.length > 0,
    staleTime: Infinity, // what changes is heard of
    gcTime: KEPT_MS,
    queryFn: ({ signal }: { signal: AbortSignal }) => readRows(runId, numbers, signal),
  };
}

function stateOf({ isFirstLoad, isTurning, error }: Numbers, failed: unknown) {
  return { isFirstLoad, isTurning, error: error ?? failed ?? null };
}

/** The row at its place of a window; found by its number where one before it is gone. */
function rowAt(rows: readonly Row[] | undefined, place: number, number: number | undefined): Row | undefined {
  const row = rows?.[place];
  return row?.number === number ? row : rows?.find((one) => one.number === number);
}

/** Rows that came with another filter or before the list grew: shown until the window itself is there. */
function rowsKept(queries: QueryClient, runId: number): ReadonlyMap<number, Row> {
  const kept = queries.getQueriesData<Row[]>({ queryKey: windowsKey(runId) });
  return new Map(kept.flatMap(([, rows]) => rows ?? []).map((row) => [row.number, row]));
}
