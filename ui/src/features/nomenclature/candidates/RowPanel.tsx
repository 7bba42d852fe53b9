import { Divider } from "@mantine/core";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { number as inFigures } from "@/language/numbers";
import { useGroups } from "@/pieces/catalogue/groups";

import type { Row, Said } from "../deciding/decided";
import type { Run } from "../runs/runs";
import { Candidates } from "./Candidates";
import classes from "./candidates.module.css";
import { CatalogueSearch } from "./CatalogueSearch";
import { ChosenElsewhere } from "./ChosenElsewhere";
import { LikelyGroups } from "./LikelyGroups";
import { NameDifference } from "./NameDifference";
import { OriginalRow } from "./OriginalRow";
import { PanelHead } from "./PanelHead";
import { RowDeeds } from "./RowDeeds";

type Props = {
  run: Run;
  row: Row;
  isWaiting: boolean;
  searchField: RefObject<HTMLInputElement | null>;
  onSay: (said: Said) => void;
  onMove: (by: number) => void;
  onClose: () => void;
};

/** One row with everything to decide it by. */
export function RowPanel({ run, row, isWaiting, searchField, onSay, onMove, onClose }: Props) {
  const { t } = useTranslation("nomenclature");
  const found = useGroups(run.catalogue_id).data;
  const groups = useMemo(() => found ?? [], [found]);
  const known = useMemo(() => new Map(groups.map((group) => [group.code, group])), [groups]);
  const [lookedIn, lookIn] = useGroupOf(row.number);
  const head = useBeginning(row.number);
  const held = row.candidates.find((one) => one.item_id === row.item_id) ?? row.candidates[0];
  return (
    <section className={classes.panel} data-review-panel aria-label={t("panel.title", { number: inFigures(row.number) })}>
      <PanelHead ref={head} row={row} isWaiting={isWaiting} onMove={onMove} onClose={onClose} />
      <p className={classes.supplier}>
        {row.name === "" ? "—" : held ? <NameDifference name={row.name} other={held.name} /> : row.name}
      </p>
      <RowDeeds row={row} onSay={onSay} />
      <ChosenElsewhere row={row} catalogueId={run.catalogue_id} />
      <Candidates row={row} groups={known} onSay={onSay} />
      <LikelyGroups row={row} groups={known} onGroup={lookIn} />
      <OriginalRow header={run.header} cells={row.cells} fileRowNumber={row.file_row_number} />
      <Divider />
      <CatalogueSearch
        key={row.number}
        catalogueId={run.catalogue_id}
        groups={groups}
        name={row.name}
        field={searchField}
        groupCode={lookedIn}
        onGroup={lookIn}
        onChoose={(item) => onSay({ decision: "accepted", itemId: item.id })}
      />
    </section>
  );
}

/** The group that is looked in for a row; another row begins with none. */
function useGroupOf(number: number) {
  const [chosen, setChosen] = useState<{ number: number; code: string | null }>({ number, code: null });
  const choose = useCallback((code: string | null) => setChosen({ number, code }), [number]);
  return [chosen.number === number ? chosen.code : null, choose] as const;
}

/** What stands first of a row; another row is shown from there, wherever the one before was left. */
function useBeginning(number: number) {
  const first = useRef<HTMLDivElement>(null);
  const shown = useRef(number);
  useEffect(() => {
    if (shown.current !== number) first.current?.scrollIntoView({ block: "nearest" });
    shown.current = number;
  }, [number]);
  return first;
}
