import { Anchor, Divider, Group, Text } from "@mantine/core";
import { type RefObject, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { number as inFigures, percent } from "@/language/numbers";

import { type Group as CatalogueGroup, labelOf, pathOf, useGroups } from "../catalogue";
import type { Row, Said } from "../deciding/decided";
import { ItemName } from "../review/ItemName";
import type { Run } from "../runs/runs";
import { CandidateCard } from "./CandidateCard";
import classes from "./candidates.module.css";
import { CatalogueSearch } from "./CatalogueSearch";
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
  const [groupCode, setGroupCode] = useState<string | null>(null);
  return (
    <section className={classes.panel} data-review-panel aria-label={t("panel.title", { number: inFigures(row.number) })}>
      <PanelHead row={row} isWaiting={isWaiting} onMove={onMove} onClose={onClose} />
      <p className={classes.supplier}>{row.name === "" ? "—" : row.name}</p>
      <OriginalRow header={run.header} cells={row.cells} fileRowNumber={row.file_row_number} />
      <RowDeeds row={row} onSay={onSay} />
      <ChosenElsewhere row={row} catalogueId={run.catalogue_id} />
      <Candidates row={row} groups={known} onSay={onSay} />
      <LikelyGroups row={row} groups={known} onGroup={setGroupCode} />
      <Divider />
      <CatalogueSearch
        catalogueId={run.catalogue_id}
        groups={groups}
        name={row.name}
        field={searchField}
        groupCode={groupCode}
        onGroup={setGroupCode}
        onChoose={(item) => onSay({ decision: "accepted", itemId: item.id })}
      />
    </section>
  );
}

/** What the server says of names that nothing was looked for. */
const notes: Readonly<Record<string, string>> = {
  "The name has no letters or digits to match by.": "panel.note.unreadable",
  "The catalogue is empty.": "panel.note.emptyCatalogue",
};

type Groups = ReadonlyMap<string, CatalogueGroup>;

/** The items proposed, side by side. */
function Candidates({ row, groups, onSay }: { row: Row; groups: Groups; onSay: (said: Said) => void }) {
  const { t } = useTranslation("nomenclature");
  if (row.candidates.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {row.note === null ? t("panel.noCandidates") : notes[row.note] ? t(notes[row.note] ?? "") : row.note}
      </Text>
    );
  }
  return (
    <>
      <div className={classes.cards}>
        {row.candidates.map((candidate, place) => (
          <CandidateCard
            key={candidate.item_id}
            candidate={candidate}
            place={place}
            name={row.name}
            groupPath={pathOf(candidate.group_code, groups)}
            isChosen={row.decision === "accepted" && row.item_id === candidate.item_id}
            onChoose={() => onSay({ decision: "accepted", itemId: candidate.item_id })}
          />
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {t("panel.legend")}
      </Text>
    </>
  );
}

/** The accepted item, where it is none of the candidates. */
function ChosenElsewhere({ row, catalogueId }: { row: Row; catalogueId: number }) {
  const { t } = useTranslation("nomenclature");
  const isThere = row.candidates.some((one) => one.item_id === row.item_id);
  if (row.decision !== "accepted" || row.item_id === null || isThere) return null;
  return (
    <Text size="sm">
      {t("panel.chosenElsewhere")}: <ItemName row={row} catalogueId={catalogueId} />
    </Text>
  );
}

/** The groups the name may belong to; a click looks among the items of one. */
function LikelyGroups({ row, groups, onGroup }: { row: Row; groups: Groups; onGroup: (code: string) => void }) {
  const { t } = useTranslation("nomenclature");
  if (row.groups.length === 0) return null;
  return (
    <Group gap="sm">
      <Text size="xs" fw={600}>
        {t("panel.likelyGroups")}:
      </Text>
      {row.groups.map((guess) => (
        <Anchor
          key={guess.code}
          component="button"
          type="button"
          size="xs"
          title={pathOf(guess.code, groups).join(" › ")}
          onClick={() => onGroup(guess.code)}
        >
          {labelOf(guess)} {percent(guess.confidence)}
        </Anchor>
      ))}
    </Group>
  );
}
