import { useTranslation } from "react-i18next";

import { TurnedDown } from "../deciding/OutboxState";
import type { Run } from "../runs/runs";
import { KeysHelp } from "./KeysHelp";
import { ListBar } from "./ListBar";
import classes from "./review.module.css";
import { ReviewHeader } from "./ReviewHeader";
import { RowFilters } from "./RowFilters";
import { RowSide, useIsWide } from "./RowSide";
import { RowsShown } from "./RowsShown";
import { RunProgress } from "./RunProgress";
import { useReview } from "./useReview";

/** The table of a run's rows beside the row that is open; the same decisions by mouse and by keys. */
export function Review({ run }: { run: Run }) {
  const { t } = useTranslation("nomenclature");
  const review = useReview(run);
  const { filter, look, list, decisions, cursor, selected, clear, selectAll } = review;
  const isOpen = cursor.active !== null;
  const isWide = useIsWide();
  return (
    <div className={classes.screen}>
      <ReviewHeader
        run={run}
        filter={filter}
        decisions={decisions}
        canUndo={review.canUndo}
        onUndo={review.undo}
        onHelp={() => review.setHelpOpen(true)}
      />
      {review.job && <RunProgress run={run} job={review.job} />}
      <TurnedDown decisions={decisions} />
      <RowFilters run={run} filter={filter} textField={review.textField} onChange={look} />
      <ListBar
        run={run}
        filter={filter}
        list={list}
        selected={selected}
        canBegin={!isOpen && !review.isRunning}
        isSelecting={review.isSelecting}
        onBegin={review.begin}
        onSelectAll={selectAll}
        onSay={review.sayMany}
        onClear={clear}
      />
      <div className={classes.split} data-open={(isWide && isOpen) || undefined}>
        <RowsShown
          key={JSON.stringify(filter)}
          list={list}
          filter={filter}
          isRunning={review.isRunning}
          active={cursor.active}
          selected={selected}
          said={review.said}
          userId={decisions.userId}
          catalogueId={run.catalogue_id}
          onFilter={look}
          onOpen={cursor.open}
          onSelect={review.toggle}
          onSelectAll={selectAll}
          onClear={clear}
          onView={review.setView}
        />
        <RowSide
          isOpen={isOpen}
          label={t("review.details")}
          run={run}
          row={review.row}
          said={review.said}
          searchField={review.searchField}
          onSay={review.say}
          onMove={cursor.move}
          onClose={() => cursor.open(null)}
        />
      </div>
      <KeysHelp isOpen={review.isHelpOpen} onClose={() => review.setHelpOpen(false)} />
    </div>
  );
}
