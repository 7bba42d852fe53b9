import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Said } from "../deciding/decided";
import type { Filter } from "./filter";
import { RowLine, rowElementId } from "./RowLine";
import type { RowList, View } from "./rowList";
import classes from "./table.module.css";
import { TableHead } from "./TableHead";

const ROW_PIXELS = 56;
const HEAD_PIXELS = 36;
const OVERSCAN = 8;

/** The view is told in steps of so many rows, so that scrolling does not draw the whole screen at every row. */
const VIEW_STEP = 50;

type Props = {
  list: RowList;
  filter: Filter;
  active: number | null;
  selected: ReadonlySet<number>;
  said: ReadonlyMap<number, Said>;
  userId: number;
  catalogueId: number;
  onFilter: (filter: Filter) => void;
  onOpen: (number: number) => void;
  onSelect: (number: number, place: number, isRange: boolean) => void;
  onSelectAll: () => void;
  onClear: () => void;
  onView: (view: View) => void;
};

/** The rows of a run, however many: only those in view are drawn. */
export function RowTable(props: Props) {
  const { list, filter, active, selected, said, userId, catalogueId } = props;
  const { onFilter, onOpen, onSelect, onSelectAll, onClear, onView } = props;
  const { t } = useTranslation("nomenclature");
  const grid = useRef<HTMLDivElement>(null);
  // The virtualizer's functions change with what it measures; nothing here is kept from one drawing to the next.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: list.count,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PIXELS,
    overscan: OVERSCAN,
    scrollMargin: HEAD_PIXELS,
    scrollPaddingStart: HEAD_PIXELS, // the head stays above the rows
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
    <div className={classes.frame} data-turning={list.isTurning || undefined}>
      <div
        ref={grid}
        className={classes.grid}
        role="grid"
        tabIndex={0}
        aria-label={t("review.table")}
        aria-rowcount={list.count + 1}
        aria-multiselectable
        {...(active !== null && isDrawn ? { "aria-activedescendant": rowElementId(active) } : {})}
      >
        <TableHead
          filter={filter}
          count={list.count}
          selectedCount={selected.size}
          onChange={onFilter}
          onSelectAll={onSelectAll}
          onClear={onClear}
        />
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {lines.map(({ index, start }) => {
            const number = list.numberAt(index);
            return (
              <RowLine
                key={index}
                place={index}
                top={start - HEAD_PIXELS}
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
