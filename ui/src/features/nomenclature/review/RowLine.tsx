import { memo, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";

import { number as inFigures } from "@/language/numbers";

import { type Row, type Said, withSaid } from "../deciding/decided";
import { ConfidenceBar } from "./ConfidenceBar";
import { DecisionMark } from "./DecisionMark";
import { ItemName } from "./ItemName";
import classes from "./table.module.css";

type Props = {
  row: Row | undefined;
  number: number | undefined;
  /** Place in the list, counted from 0. */
  place: number;
  top: number;
  said: Said | undefined;
  userId: number;
  catalogueId: number;
  isActive: boolean;
  isSelected: boolean;
  onOpen: (number: number) => void;
  onSelect: (number: number, place: number, isRange: boolean) => void;
};

export const rowElementId = (number: number) => `mapping-row-${number}`;

/** One line of the table, 56 pixels high. What was said and not heard yet is shown as if it had been heard. */
export const RowLine = memo(function RowLine(props: Props) {
  const { row, number, place, top, said, userId, catalogueId, isActive, isSelected, onOpen, onSelect } = props;
  const { t } = useTranslation("nomenclature");
  const style = { transform: `translateY(${top}px)` };
  const position = { role: "row", "aria-rowindex": place + 2, className: classes.row, style };
  if (!row || number === undefined) {
    return (
      <div {...position} data-loading {...(number === undefined ? {} : { id: rowElementId(number) })} data-active={isActive || undefined}>
        <span role="gridcell" className={classes.number}>
          {number === undefined ? "" : inFigures(number)}
        </span>
        <span role="gridcell" className={classes.name}>
          <span className={classes.ghost} aria-label={t("review.loading")} role="img" />
        </span>
      </div>
    );
  }
  const shown = said ? withSaid(row, said, userId) : row;
  const select = (event: MouseEvent) => onSelect(number, place, event.shiftKey);
  return (
    <div
      {...position}
      id={rowElementId(number)}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      data-selected={isSelected || undefined}
      onClick={() => onOpen(number)}
    >
      <span role="gridcell" className={classes.check} onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          onClick={select}
          onChange={() => undefined}
          aria-label={t("review.select", { number })}
        />
      </span>
      <span role="gridcell" className={classes.number}>
        {inFigures(number)}
      </span>
      <span role="gridcell" className={classes.name} title={shown.name}>
        {shown.name}
      </span>
      <span role="gridcell" className={classes.item} data-decision={shown.decision}>
        <ItemName row={shown} catalogueId={catalogueId} />
      </span>
      <span role="gridcell" className={classes.group}>
        {groupOf(shown)}
      </span>
      <span role="gridcell" className={classes.confidence}>
        {shown.confidence !== null && shown.decision !== "no_such_item" && <ConfidenceBar confidence={shown.confidence} />}
      </span>
      <span role="gridcell" className={classes.state}>
        <DecisionMark row={shown} isMine={shown.decided_by_id === userId} isWaiting={said !== undefined} />
      </span>
    </div>
  );
});

/** The name of the group that the row was found to be of. */
function groupOf(row: Row): string {
  return row.groups.find((guess) => guess.code === row.group_code)?.name ?? row.group_code ?? "";
}
