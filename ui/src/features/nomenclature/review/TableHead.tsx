import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { type Filter, type Order, orderedBy } from "./filter";
import classes from "./table.module.css";

type Props = {
  filter: Filter;
  count: number;
  selectedCount: number;
  onChange: (filter: Filter) => void;
  onSelectAll: () => void;
  onClear: () => void;
};

/** The headings: a press puts the rows in order by one, another turns the order round. */
export function TableHead({ filter, count, selectedCount, onChange, onSelectAll, onClear }: Props) {
  const { t } = useTranslation("nomenclature");
  const isAll = selectedCount > 0 && selectedCount >= count;
  const heading = (order: Order, word: string) => (
    <SortButton word={t(`review.${word}` as "review.name")} order={order} filter={filter} onChange={onChange} />
  );
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div role="row" aria-rowindex={1} className={classes.head}>
        <span role="columnheader" className={classes.check}>
          <input
            type="checkbox"
            checked={isAll}
            ref={(box) => {
              if (box) box.indeterminate = selectedCount > 0 && !isAll;
            }}
            onChange={selectedCount > 0 ? onClear : onSelectAll}
            aria-label={t("bulk.all", { count })}
          />
        </span>
        <span role="columnheader" className={classes.number} aria-sort={sortOf(filter, "number")}>
          {heading("number", "number")}
        </span>
        <span role="columnheader" className={classes.name} aria-sort={sortOf(filter, "name")}>
          {heading("name", "name")}
        </span>
        <span role="columnheader" className={classes.item}>
          {t("review.item")}
        </span>
        <span role="columnheader" className={classes.group} aria-sort={sortOf(filter, "group")}>
          {heading("group", "group")}
        </span>
        <span role="columnheader" className={classes.confidence} aria-sort={sortOf(filter, "confidence")}>
          {heading("confidence", "confidence")}
        </span>
        <span role="columnheader" className={classes.state}>
          {t("review.state")}
        </span>
      </div>
    </div>
  );
}

type SortProps = { word: string; order: Order; filter: Filter; onChange: (filter: Filter) => void };

function SortButton({ word, order, filter, onChange }: SortProps) {
  const Arrow = filter.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <button type="button" className={classes.sort} onClick={() => onChange(orderedBy(filter, order))}>
      {word}
      {filter.order === order && <Arrow size={12} stroke={2.5} aria-hidden />}
    </button>
  );
}

function sortOf(filter: Filter, order: Order): "ascending" | "descending" | "none" {
  if (filter.order !== order) return "none";
  return filter.isDescending ? "descending" : "ascending";
}
