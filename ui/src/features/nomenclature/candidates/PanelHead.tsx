import { ActionIcon, Group, Text } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconX } from "@tabler/icons-react";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";

import { useMe } from "@/api/me";
import { moment, number as inFigures } from "@/language/numbers";

import type { Row } from "../deciding/decided";
import { DecisionMark } from "../review/DecisionMark";
import classes from "./candidates.module.css";

type Props = {
  ref: RefObject<HTMLDivElement | null>;
  row: Row;
  isWaiting: boolean;
  onMove: (by: number) => void;
  onClose: () => void;
};

/** Which row it is, what is held of it, and the ways to its neighbours. */
export function PanelHead({ ref, row, isWaiting, onMove, onClose }: Props) {
  const { t } = useTranslation("nomenclature");
  const me = useMe().data?.id;
  return (
    <Group ref={ref} className={classes.head} justify="space-between" wrap="nowrap" align="flex-start">
      <Group gap={6} miw={0}>
        <Text size="sm" c="dimmed">
          {t("panel.title", { number: inFigures(row.number) })}
        </Text>
        <DecisionMark row={row} isMine={row.decided_by_id === me} isWaiting={isWaiting} />
        <Decider row={row} />
      </Group>
      <ActionIcon.Group>
        <ActionIcon variant="default" aria-label={t("panel.previous")} onClick={() => onMove(-1)}>
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t("panel.next")} onClick={() => onMove(1)}>
          <IconChevronDown size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t("panel.close")} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </ActionIcon.Group>
    </Group>
  );
}

/** Who has decided, and when: oneself, somebody else, or the machine. */
function Decider({ row }: { row: Row }) {
  const { t } = useTranslation("nomenclature");
  const me = useMe().data?.id;
  if (row.decision === "pending") return null;
  return (
    <Text size="xs" c="dimmed">
      {!row.decided_by_person
        ? t("decision.byMachine")
        : row.decided_by_id === me
          ? t("decision.byYou")
          : t("decision.byPerson", { who: row.decided_by ?? t("decision.somebody") })}
      {row.decided_by_person && row.decided_at !== null && `, ${moment(row.decided_at)}`}
    </Text>
  );
}
