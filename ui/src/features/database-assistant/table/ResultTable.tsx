import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import type { WithRows } from "../answer";
import { useAnswerRows } from "../answers";
import { copied, tabSeparated } from "./cells";
import { CellBar } from "./CellBar";
import { Grid } from "./Grid";
import type { Place } from "./moving";
import { nextSorting, sorted, type Sorting } from "./sorting";
import { useCopying } from "./useCopying";

/** The rows of an answer: sorted by any column, loaded as one scrolls, copied by cell, column or whole. */
export function ResultTable({ answer }: { answer: WithRows }) {
  const { t } = useTranslation("database-assistant");
  const { columns } = answer;
  const loaded = useAnswerRows(answer);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [active, setActive] = useState<Place | null>(null);
  const tell = useTroubleNotice();
  const copy = useCopying();
  const rows = useMemo(() => sorted(loaded.rows, columns, sorting), [loaded.rows, columns, sorting]);
  const column = active ? columns[active.column] : undefined;
  const cell = active ? (rows[active.row]?.[active.column] ?? null) : null;

  function sort(place: number) {
    setSorting(nextSorting(sorting, place));
    loaded.loadAll().catch(tell); // the order of some of the rows would be no order
  }

  const copyCell = () => column && copy(() => copied(cell, column), t("table.cellCopied"));
  const copyColumn = () => {
    if (!column || !active) return;
    const place = active.column;
    const make = async () => {
      const all = sorted(await loaded.loadAll(), columns, sorting);
      return tabSeparated([column], all.map((row) => [row[place] ?? null]));
    };
    copy(make, t("table.columnCopied", { name: column.name }));
  };
  const copyAll = () => {
    const make = async () => tabSeparated(columns, sorted(await loaded.loadAll(), columns, sorting));
    copy(make, t("table.allCopied"));
  };

  return (
    <div>
      <Grid
        columns={columns}
        rows={rows}
        rowCount={loaded.rowCount}
        sorting={sorting}
        onSort={sort}
        active={active}
        onActive={setActive}
        onCopy={copyCell}
        onEnd={loaded.loadMore}
      />
      <CellBar
        column={column}
        cell={cell}
        loadedCount={rows.length}
        rowCount={loaded.rowCount}
        isTruncated={answer.is_truncated}
        isSorted={sorting !== null}
        isLoading={loaded.isLoading}
        onCopyCell={copyCell}
        onCopyColumn={copyColumn}
        onCopyAll={copyAll}
      />
      {loaded.error !== null && <Trouble error={loaded.error} onAgain={loaded.again} />}
    </div>
  );
}
