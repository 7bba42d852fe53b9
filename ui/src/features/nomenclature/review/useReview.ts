import { useSessionStorage } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";

import { isOver, type Job, useJob } from "@/pieces/useJob";

import { itemToAccept, type Row, type Said, saidAgain, type SaidOf, withSaid } from "../deciding/decided";
import { useOutbox, useWaitingOf } from "../deciding/useOutbox";
import type { Run } from "../runs/runs";
import { rowsKey } from "./cachedRows";
import { useCursor } from "./cursor";
import { EVERYTHING, type Filter, filterOf } from "./filter";
import { useHeard, useNews } from "./fresh";
import { type RowList, useRow, useRowList, type View } from "./rowList";
import { useSelection } from "./selection";
import { useReviewKeys } from "./useReviewKeys";
import { useSelectAll } from "./useSelectAll";
import { useUndo } from "./useUndo";

/** How far the clocks of the server and of this machine may stand apart. */
const CLOCKS_APART_MS = 300_000;

const FIRST_VIEW: View = { first: 0, last: 50 };

/** Everything the review of a run goes by: its rows, the open one, the chosen ones, and what was said of them. */
export function useReview(run: Run) {
  const job = useRunJob(run);
  const isRunning = job !== undefined && !isOver(job);
  const [filter, setFilter] = useFilter(run.id);
  const [view, setView] = useState(FIRST_VIEW);
  const list = useRowList(run.id, run.row_count, filter, view, isRunning);
  const decisions = useOutbox();
  const said = useWaitingOf(decisions.waiting, run.id);
  useNews(run.id, isRunning, decisions.userId);
  useHeard(run.id, decisions);

  const cursor = useCursor(run.id, list);
  const { selected, toggle, choose, clear } = useSelection(list.numberAt);
  const selecting = useSelectAll(run.id, filter, list, said, choose);
  const row = useShownRow(run.id, list, cursor.active, said, decisions.userId);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const textField = useRef<HTMLInputElement>(null);

  const look = useCallback(
    (next: Filter) => {
      setFilter(next);
      setView(FIRST_VIEW);
      clear();
    },
    [setFilter, clear],
  );
  const { say: send } = decisions;
  const sayPlainly = useCallback((what: readonly SaidOf[]) => send(run.id, what), [send, run.id]);
  const undoing = useUndo(sayPlainly);
  const say = (decided: Row, what: Said) => {
    if (what.decision === "accepted" && what.itemId === null && itemToAccept(decided) === null) return;
    const { number } = decided;
    undoing.remember([{ number, ...saidAgain(decided) }]);
    sayPlainly([{ number, ...what }]);
    cursor.move(1);
  };
  const sayMany = (what: readonly SaidOf[], before: readonly SaidOf[]) => {
    undoing.remember(before.map((one) => said.get(one.number) ?? one)); // what was said and not sent yet goes first
    sayPlainly(what);
  };
  const undo = () => {
    const number = undoing.undo();
    if (number !== null && cursor.active !== null) cursor.open(number);
  };
  const begin = () => {
    if (filter.decision === "needs_review") return cursor.goTo(0);
    cursor.startAtFirst();
    look({ ...filter, decision: "needs_review" });
  };
  const { selectAll } = selecting;
  useReviewKeys({
    ...{ row, cursor, say, list, toggle, selectAll, undo, searchField, textField },
    onHelp: () => setHelpOpen(true),
  });

  return {
    ...{ job, isRunning, filter, look, list, setView, decisions, said, cursor, row, say, sayMany, begin },
    ...{ selected, toggle, clear, ...selecting, undo, canUndo: undoing.canUndo },
    ...{ isHelpOpen, setHelpOpen, searchField, textField },
  };
}

/** The job of a run; when it ends, the rows are read once more: the last of them may have come unseen. */
function useRunJob(run: Run) {
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
  const [kept, setKept] = useSessionStorage<unknown>({
    key: `spravka.nomenclature.filter.${runId}`,
    defaultValue: EVERYTHING,
    getInitialValueInEffect: false,
  });
  return [useMemo(() => filterOf(kept), [kept]), setKept as (filter: Filter) => void] as const;
}

/** The open row with what was said of it; read by itself where it is not among the loaded ones. */
function useShownRow(runId: number, list: RowList, active: number | null, said: ReadonlyMap<number, Said>, userId: number) {
  const loaded = active === null ? undefined : list.at(list.placeOf(active));
  const alone = useRow(runId, loaded ? null : active).data?.[0];
  const row = loaded ?? alone;
  const what = row && said.get(row.number);
  return row && what ? withSaid(row, what, userId) : row;
}
