import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { rowsKey } from "./cachedRows";
import { type Filter, isAsNumbered } from "./filter";
import { readNumbers } from "./reading";

const WHILE_RUNNING_MS = 3_000;
const NONE: readonly number[] = [];

/** The rows shown, by their numbers and in their order. */
export type Numbers = {
  all: readonly number[];
  isFirstLoad: boolean;
  /** The list of the filter chosen last is on its way; `all` still is the one before. */
  isTurning: boolean;
  error: unknown;
  again: () => void;
};

/**
 * Which rows a filter finds, as it was when it was chosen: a row that is decided meanwhile keeps its place under the
 * hand of whoever goes through the list. While the run goes on, rows are added at the end.
 */
export function useNumbers(runId: number, rowCount: number, filter: Filter, isRunning: boolean): Numbers {
  const isCounted = isAsNumbered(filter);
  const found = useQuery({
    queryKey: numbersKey(runId, filter),
    enabled: !isCounted,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: isRunning ? WHILE_RUNNING_MS : false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal, client, queryKey }) => {
      const now = await readNumbers(runId, filter, signal);
      return merged(isRunning ? client.getQueryData<readonly number[]>(queryKey) : undefined, now);
    },
  });
  const counted = useMemo(
    () => (isCounted ? Array.from({ length: rowCount }, (_, place) => place + 1) : NONE),
    [isCounted, rowCount],
  );
  return {
    all: isCounted ? counted : (found.data ?? NONE),
    isFirstLoad: !isCounted && found.isPending,
    isTurning: !isCounted && found.isPlaceholderData,
    error: isCounted ? null : found.error,
    again: () => void found.refetch(),
  };
}

export function numbersKey(runId: number, filter: Filter) {
  return [...rowsKey(runId), "numbers", filter] as const;
}

/** The list as it was, with what is new at its end; the very same where nothing is. */
export function merged(before: readonly number[] | undefined, now: readonly number[]): readonly number[] {
  if (!before || before.length === 0) return now;
  const known = new Set(before);
  const added = now.filter((number) => !known.has(number));
  return added.length === 0 ? before : [...before, ...added];
}
