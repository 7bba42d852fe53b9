import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { ResultColumn, Row } from "../answer";
import { isNumeric, shown } from "./cells";
import { Headings } from "./Headings";
import { moved, type Place } from "./moving";
import classes from "./ResultTable.module.css";
import type { Sorting } from "./sorting";
import { widthOf, widthsOf } from "./widths";

const ROW_HEIGHT = 31;
/** The headings stand above the first row and, when one scrolls, over the first ones in sight. */
const HEADING_HEIGHT = 34;
/** So few rows are all drawn: measuring them costs more than they do. */
const FEW = 40;
/** The next page is asked for so many rows before the end. */
const EARLY = 50;

type Props = {
  columns: readonly ResultColumn[];
  rows: readonly Row[];
  rowCount: number;
  sorting: Sorting | null;
  onSort: (place: number) => void;
  /** The chosen cell; none until somebody comes to the table. */
  active: Place | null;
  onActive: (place: Place) => void;
  onCopy: () => void;
  onEnd: () => void;
};

/** The cells. Only the rows in sight are in the document; one cell is chosen, by the mouse or the arrow keys. */
export function Grid({ columns, rows, rowCount, sorting, onSort, active, onActive, onCopy, onEnd }: Props) {
  const { t } = useTranslation("database-assistant");
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  // The compiler leaves components with a virtualizer as they are, and so they are meant.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingEnd: HEADING_HEIGHT,
  });
  const inSight = virtual.getVirtualItems().map((item) => item.index);
  const drawn = rows.length <= FEW ? rows.map((_, row) => row) : inSight;
  const first = drawn[0] ?? 0;
  const last = drawn.at(-1) ?? -1;
  const widths = useMemo(() => widthsOf(columns, rows), [columns, rows]);

  useEffect(() => {
    if (rows.length < rowCount && last >= rows.length - EARLY) onEnd();
  }, [last, rows.length, rowCount, onEnd]);

  function press(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyC") {
      if (window.getSelection()?.isCollapsed === false) return; // somebody copies what he has selected
      event.preventDefault();
      onCopy();
      return;
    }
    const to = active && moved(active, event.key, event.ctrlKey || event.metaKey, rows.length, columns.length);
    if (!to) return;
    event.preventDefault();
    onActive(to);
    virtual.scrollToIndex(to.row);
    document.getElementById(headingId(id, to.column))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  return (
    <div className={classes.frame} ref={frame}>
      <table
        role="grid"
        tabIndex={0}
        className={classes.table}
        style={{ width: `calc(${widths.map(widthOf).join(" + ")})` }}
        aria-label={t("table.label")}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        {...(active ? { "aria-activedescendant": cellId(id, active) } : {})}
        onFocus={(event) => event.target === event.currentTarget && !active && onActive({ row: 0, column: 0 })}
        onKeyDown={press}
      >
        <colgroup>
          {widths.map((width, place) => (
            <col key={place} style={{ width: widthOf(width) }} />
          ))}
        </colgroup>
        <Headings columns={columns} sorting={sorting} onSort={onSort} idOf={(place) => headingId(id, place)} />
        <tbody>
          <Gap height={first * ROW_HEIGHT} />
          {drawn.map((row) => (
            <tr key={row} aria-rowindex={row + 2} style={{ height: ROW_HEIGHT }}>
              {columns.map((column, place) => (
                <td
                  role="gridcell"
                  key={place}
                  id={cellId(id, { row, column: place })}
                  className={classes.cell}
                  data-numeric={isNumeric(column) || undefined}
                  data-empty={(rows[row]?.[place] ?? null) === null || undefined}
                  aria-selected={active?.row === row && active.column === place}
                  onClick={() => onActive({ row, column: place })}
                  onDoubleClick={onCopy}
                >
                  {shown(rows[row]?.[place] ?? null, column)}
                </td>
              ))}
            </tr>
          ))}
          <Gap height={(rows.length - 1 - last) * ROW_HEIGHT} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden style={{ height }} />;
}

function cellId(id: string, { row, column }: Place): string {
  return `${id}-${row}-${column}`;
}

function headingId(id: string, column: number): string {
  return `${id}-heading-${column}`;
}
