import { Text } from "@mantine/core";
import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { type Group, namesTo } from "@/pieces/catalogue/groups";

import type { Row, Said } from "../deciding/decided";
import { CandidateCard } from "./CandidateCard";
import classes from "./candidates.module.css";

type Props = { row: Row; groups: ReadonlyMap<string, Group>; onSay: (said: Said) => void };

/** The items proposed, one below the other, so that the same places of their names stand under each other. */
export function Candidates({ row, groups, onSay }: Props) {
  const { t } = useTranslation("nomenclature");
  const choose = useStable((itemId: number) => onSay({ decision: "accepted", itemId }));
  if (row.candidates.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {row.note_code === null ? (row.note ?? t("panel.noCandidates")) : t(`panel.note.${row.note_code}`)}
      </Text>
    );
  }
  return (
    <div>
      <div className={classes.cards}>
        {row.candidates.map((candidate, place) => (
          <CandidateCard
            key={candidate.item_id}
            candidate={candidate}
            place={place}
            name={row.name}
            groupPath={namesTo(candidate.group_code, groups).join(" › ")}
            isChosen={row.decision === "accepted" && row.item_id === candidate.item_id}
            onChoose={choose}
          />
        ))}
      </div>
      <p className={classes.legend}>
        <mark className={classes.word} data-kind="alike">
          {t("panel.legendAlike")}
        </mark>
        <mark className={classes.word} data-kind="number">
          {t("panel.legendNumber")}
        </mark>
        <mark className={classes.word} data-kind="word">
          {t("panel.legendWord")}
        </mark>
      </p>
    </div>
  );
}

/** The same function at every drawing, doing what the last one given does. */
function useStable<Given>(deed: (given: Given) => void): (given: Given) => void {
  const latest = useRef(deed);
  useEffect(() => {
    latest.current = deed;
  });
  return useCallback((given) => latest.current(given), []);
}
