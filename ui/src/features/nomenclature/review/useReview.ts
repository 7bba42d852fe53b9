import { useSessionStorage } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";

import { isOver, type Job, useJob } from "@/pieces/useJob";

import { itemToAccept, type Row, type Said, withSaid } from "../deciding/decided";
import { useOutbox, useWaitingOf } from "../deciding/useOutbox";
import type { RunDetail } from "../runs/runs";
import { rowsKey } from "./cachedRows";
import { useCursor } from "./cursor";
import { EVERYTHING, type Filter } from "./filter";
import { useFreshRows, useHeard } from "./fresh";
import { type RowList, useRow, useRowList, type View } from "./rowList";
import { useSelection } from "./selection";
import { useReviewKeys } from "./useReviewKeys";

/** How far the clocks of the server and of this machine may stand apart. */
const CLOCKS_APART_MS = 300_000;

const FIRST_VIEW: View = { first: 0, last: 50 };

/** Everything the review of a run goes by: its rows, the open one, the chosen ones, and what was said of them. */
export function useReview(run: RunDetail) {
  const job = useRunJob(run);
  const isRunning = job !== undefined && !isOver(job);
  const [filter, setFilter] = useFilter(run.id);
  const [view, setView] = useState(FIRST_VIEW);
  const list = useRowList(run.id, run.row_count, filter, view, isRunning);
  const decisions = useOutbox();
  const said = useWaitingOf(decisions.waiting, run.id);
  useFreshRows(run.id, list, filter, view, isRunning);
  useHeard(run.id, decisions);

  const cursor = useCursor(run.id, list);
  const { selected, toggle, clear } = useSelection(list.numberAt);
  const row = useShownRow(run.id, list, cursor.active, said, decisions.userId);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);

  const choose = useCallback(
    (next: Filter) => {
      setFilter(next);
      setView(FIRST_VIEW);
      clear();
    },
    [setFilter, clear],
  );
  const say = (decided: Row, what: Said) => {
    if (what.decision === "accepted" && what.itemId === null && itemToAccept(decided) === null) return;
    decisions.say(run.id, [decided.number], what);
    cursor.move(1);
  };
  const sayMany = (numbers: readonly number[], what: Said) => decisions.say(run.id, numbers, what);
  useReviewKeys({ row, cursor, say, list, toggle, searchField, onHelp: () => setHelpOpen(true) });

  return {
    ...{ job, isRunning, filter, choose, list, setView, decisions, said, cursor, row, say, sayMany },
    ...{ selected, toggle, clear, isHelpOpen, setHelpOpen, searchField },
  };
}

/** The job of a run; when it ends, the rows are read once more: the last of them may have come unseen. */
function useRunJob(run: RunDetail) {
  const queries = useQueryClient();
  const [openedAt] = useState(() => Date.now());
  const readAnew = ({ finished_at }: Job) => {
    if (finished_at !== null && Date.parse(finished_at) < openedAt - CLOCKS_APART_MS) return; // it had ended before
    void queries.invalidateQueries({ queryKey: rowsKey(run.id) });
    void queries.invalidateQueries({ queryKey: ["nomenclature", "run", run.id] });
  };
  return useJob(run.job_id, readAnew).job;
}

/** The filter of a run, kept over a reload. */
function useFilter(runId: number) {
  return useSessionStorage<Filter>({
    key: `spravka.nomenclature.filter.${runId}`,
    defaultValue: EVERYTHING,
    getInitialValueInEffect: false,
  });
}

/** The open row with what was said of it; read by itself where it is not among the loaded ones. */
function useShownRow(runId: number, list: RowList, active: number | null, said: ReadonlyMap<number, Said>, userId: number) {
  const loaded = active === null ? undefined : list.at(list.placeOf(active));
  const alone = useRow(runId, loaded ? null : active).data?.[0];
  const row = loaded ?? alone;
  const what = row && said.get(row.number);
  return row && what ? withSaid(row, what, userId) : row;
}
