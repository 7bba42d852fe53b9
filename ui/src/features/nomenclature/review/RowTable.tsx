import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Said } from "../deciding/decided";
import { RowLine, rowElementId } from "./RowLine";
import type { RowList, View } from "./rowList";
import classes from "./table.module.css";

const ROW_PIXELS = 56;
const HEAD_PIXELS = 36;
const OVERSCAN = 8;

/** The view is told in steps of so many rows, so that scrolling does not draw the whole screen at every row. */
const VIEW_STEP = 50;

type Props = {
  list: RowList;
  active: number | null;
  selected: ReadonlySet<number>;
  said: ReadonlyMap<number, Said>;
  userId: number;
  catalogueId: number;
  onOpen: (number: number) => void;
  onSelect: (number: number, place: number, isRange: boolean) => void;
  onView: (view: View) => void;
};

/** The rows of a run, however many: only those in view are drawn. */
export function RowTable({ list, active, selected, said, userId, catalogueId, onOpen, onSelect, onView }: Props) {
  const { t } = useTranslation("nomenclature");
  const grid = useRef<HTMLDivElement>(null);
  // The virtualizer's functions change with what it measures; nothing here is kept from one drawing to the next.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: list.count,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PIXELS,
    overscan: OVERSCAN,
    scrollPaddingEnd: HEAD_PIXELS, // the head stays above the rows
  });
  const lines = virtual.getVirtualItems();
  const first = Math.floor((lines[0]?.index ?? 0) / VIEW_STEP) * VIEW_STEP;
  const last = Math.ceil(((lines.at(-1)?.index ?? 0) + 1) / VIEW_STEP) * VIEW_STEP;
  useEffect(() => onView({ first, last }), [onView, first, last]);

  const activePlace = active === null ? -1 : list.placeOf(active);
  const isDrawn = lines.some((line) => line.index === activePlace);
  useEffect(() => {
    if (activePlace >= 0) virtual.scrollToIndex(activePlace, { align: "auto" });
  }, [virtual, activePlace]);

  return (
    <div className={classes.frame}>
      <div
        ref={grid}
        className={classes.grid}
        role="grid"
        tabIndex={0}
        aria-label={t("review.table")}
        aria-rowcount={list.isMore ? -1 : list.count + 1}
        aria-multiselectable
        {...(active !== null && isDrawn ? { "aria-activedescendant": rowElementId(active) } : {})}
      >
        <TableHead />
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {lines.map(({ index, start }) => {
            const number = list.numberAt(index);
            return (
              <RowLine
                key={index}
                place={index}
                top={start}
                row={list.at(index)}
                number={number}
                said={number === undefined ? undefined : said.get(number)}
                userId={userId}
                catalogueId={catalogueId}
                isActive={index === activePlace}
                isSelected={number !== undefined && selected.has(number)}
                onOpen={onOpen}
                onSelect={onSelect}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function TableHead() {
  const { t } = useTranslation("nomenclature");
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div role="row" aria-rowindex={1} className={classes.head}>
        <span role="columnheader" className={classes.check} aria-label={t("bulk.label")} />
        <span role="columnheader" className={classes.number}>
          {t("review.number")}
        </span>
        <span role="columnheader" className={classes.name}>
          {t("review.name")}
        </span>
        <span role="columnheader" className={classes.item}>
          {t("review.item")}
        </span>
        <span role="columnheader" className={classes.confidence}>
          {t("review.confidence")}
        </span>
        <span role="columnheader" className={classes.state}>
          {t("review.state")}
        </span>
      </div>
    </div>
  );
}
