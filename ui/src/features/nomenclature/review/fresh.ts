import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import type { Row } from "../deciding/decided";
import type { Decisions } from "../deciding/useOutbox";
import { withSaid } from "../deciding/decided";
import { changeRows, replacing } from "./cachedRows";
import type { Filter } from "./filter";
import { readNumbers, readRows } from "./reading";
import type { RowList, View } from "./rowList";

const WHILE_RUNNING_MS = 2_000;
const WHILE_REVIEWED_MS = 4_000;
const MOST_REQUESTS = 6;
const MOST_ROWS = 500;

/** Keeps the rows in view as the server has them: what the run finds, and what other reviewers decide. */
export function useFreshRows(runId: number, list: RowList, filter: Filter, view: View, isRunning: boolean): void {
  const queries = useQueryClient();
  const numbers = numbersIn(list, view);
  const every = isRunning ? WHILE_RUNNING_MS : WHILE_REVIEWED_MS;
  useQuery({
    queryKey: ["nomenclature", "fresh", runId, filter, numbers[0], numbers.at(-1), isRunning],
    enabled: numbers.length > 0,
    refetchInterval: every,
    initialData: true, // what is in view has just been loaded: the first look is due after a while
    staleTime: every,
    gcTime: 0,
    queryFn: async () => {
      changeRows(queries, runId, replacing(await readAnew(runId, filter, numbers)));
      return true;
    },
  });
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
        void queries.invalidateQueries({ queryKey: ["nomenclature", "run", runId] });
      }),
    [queries, runId, onHeard, userId],
  );
}

function numbersIn(list: RowList, view: View): number[] {
  const numbers: number[] = [];
  for (let place = view.first; place < Math.min(view.last, list.count); place += 1) {
    const number = list.numberAt(place);
    if (number !== undefined) numbers.push(number);
  }
  return numbers;
}

/** The rows by the filter, then those that no longer meet it: somebody has decided them. */
async function readAnew(runId: number, filter: Filter, numbers: readonly number[]): Promise<Row[]> {
  const after = (numbers[0] ?? 1) - 1;
  const limit = Math.min(numbers.length, MOST_ROWS);
  const { entries } = await readRows(runId, filter, after, limit);
  const seen = new Set(entries.map((row) => row.number));
  const gone = numbers.filter((number) => !seen.has(number));
  return [...entries, ...(await readNumbers(runId, gone, MOST_REQUESTS))];
}
