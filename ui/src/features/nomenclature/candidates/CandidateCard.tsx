import { Button, Kbd, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Candidate } from "../deciding/decided";
import { ConfidenceBar } from "../review/ConfidenceBar";
import classes from "./candidates.module.css";
import { NameDifference } from "./NameDifference";
import { ReasonList } from "./ReasonList";
import { reasonsOf } from "./reasons";

type Props = {
  candidate: Candidate;
  /** Place among the candidates, counted from 0: the key is one more. */
  place: number;
  name: string;
  groupPath: readonly string[];
  isChosen: boolean;
  onChoose: () => void;
};

const sources = { confirmed: "confirmed", "same name": "same_name", history: "history", words: "words", group: "group" } as const;

/** An item that the name may mean, beside the others: what is alike, what differs, and who proposed it. */
export function CandidateCard({ candidate, place, name, groupPath, isChosen, onChoose }: Props) {
  const { t } = useTranslation("nomenclature");
  const reasons = reasonsOf(candidate.reasons);
  const told = reasons.sources.map((source) =>
    source in sources ? t(`panel.source.${sources[source as keyof typeof sources]}`) : source,
  );
  return (
    <article className={classes.card} data-chosen={isChosen || undefined}>
      <header className={classes.head}>
        {place < 9 && <Kbd size="xs">{place + 1}</Kbd>}
        <ConfidenceBar confidence={candidate.confidence} />
        <span className={classes.space} />
        <Button
          size="compact-xs"
          variant={isChosen ? "filled" : "default"}
          leftSection={isChosen ? <IconCheck size={12} /> : undefined}
          onClick={onChoose}
          aria-label={`${t(isChosen ? "panel.chosen" : "panel.choose")}: ${candidate.name}`}
        >
          {t(isChosen ? "panel.chosen" : "panel.choose")}
        </Button>
      </header>
      <p className={classes.name}>
        <NameDifference name={candidate.name} other={name} />
      </p>
      <Text size="xs" c="dimmed" className={classes.facts}>
        {t("panel.code", { code: candidate.code })}
        {candidate.unit !== null && ` · ${t("panel.unit", { unit: candidate.unit })}`}
      </Text>
      <Text size="xs" c="dimmed" className={classes.facts}>
        {groupPath.join(" › ")}
      </Text>
      <ReasonList reasons={reasons} />
      {told.length > 0 && (
        <Text size="xs" c="dimmed">
          {told.join(", ")}
        </Text>
      )}
    </article>
  );
}
