import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { ResultColumn } from "../answer";
import { isNumeric } from "./cells";
import classes from "./ResultTable.module.css";
import type { Sorting } from "./sorting";

type Props = {
  columns: readonly ResultColumn[];
  sorting: Sorting | null;
  onSort: (place: number) => void;
  idOf: (place: number) => string;
};

/** The names of the columns; a press sorts. */
export function Headings({ columns, sorting, onSort, idOf }: Props) {
  const { t } = useTranslation("database-assistant");
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column, place) => {
          const isSorted = sorting?.place === place;
          const Arrow = sorting?.isDescending ? IconArrowDown : IconArrowUp;
          const direction = sorting?.isDescending ? "descending" : "ascending";
          return (
            <th
              key={place}
              id={idOf(place)}
              scope="col"
              className={classes.heading}
              data-numeric={isNumeric(column) || undefined}
              aria-sort={isSorted ? direction : "none"}
            >
              <UnstyledButton className={classes.sort} onClick={() => onSort(place)} title={t("table.sort", { name: column.name })}>
                <span className={classes.name}>{column.name}</span>
                {isSorted && <Arrow size={14} aria-hidden />}
              </UnstyledButton>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
