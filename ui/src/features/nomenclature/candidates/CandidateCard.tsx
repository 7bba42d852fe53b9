import { Kbd, Text, UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { memo } from "react";
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
  groupPath: string;
  isChosen: boolean;
  onChoose: (itemId: number) => void;
};

const KEYS = 9;
const sources = { confirmed: "confirmed", "same name": "same_name", history: "history" } as const;

/** An item that the name may mean, above and below the others: what is alike, what differs, and who proposed it. */
export const CandidateCard = memo(function CandidateCard({ candidate, place, name, groupPath, isChosen, onChoose }: Props) {
  const { t } = useTranslation("nomenclature");
  const reasons = reasonsOf(candidate.reasons);
  const told = reasons.sources.flatMap((source) =>
    source in sources ? [t(`panel.source.${sources[source as keyof typeof sources]}`)] : [],
  );
  const facts = [candidate.code, candidate.unit, groupPath].filter(Boolean).join(" · ");
  return (
    <article className={classes.card} data-chosen={isChosen || undefined}>
      <UnstyledButton
        className={classes.choose}
        onClick={() => onChoose(candidate.item_id)}
        aria-label={t(isChosen ? "panel.chosenItem" : "panel.chooseItem", { name: candidate.name })}
        aria-pressed={isChosen}
      >
        <span className={classes.key}>{isChosen ? <IconCheck size={16} aria-hidden /> : place < KEYS && <Kbd size="xs">{place + 1}</Kbd>}</span>
        <span className={classes.name}>
          <NameDifference name={candidate.name} other={name} />
        </span>
        <ConfidenceBar confidence={candidate.confidence} />
      </UnstyledButton>
      <div className={classes.more}>
        <ReasonList reasons={reasons} />
        <Text size="xs" c="dimmed" className={classes.facts}>
          {facts}
        </Text>
        {told.length > 0 && (
          <Text size="xs" c="green" fw={500}>
            {told.join(", ")}
          </Text>
        )}
      </div>
    </article>
  );
});
