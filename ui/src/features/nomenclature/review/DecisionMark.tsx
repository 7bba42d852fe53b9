import { IconAlertTriangle, IconCheck, IconCircleOff, IconClock, IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Decision } from "./filter";
import classes from "./marks.module.css";

const icons = {
  pending: IconClock,
  accepted: IconCheck,
  needs_review: IconAlertTriangle,
  no_such_item: IconCircleOff,
} as const;

type Props = { decision: Decision; byPerson: boolean; isWaiting?: boolean };

/** A decision in a word, a colour and a sign; a small person where it was not the machine that decided. */
export function DecisionMark({ decision, byPerson, isWaiting = false }: Props) {
  const { t } = useTranslation("nomenclature");
  const Icon = icons[decision];
  return (
    <span className={classes.decision} data-decision={decision} data-waiting={isWaiting || undefined}>
      <Icon size={14} stroke={2} aria-hidden />
      <span className={classes.word}>{t(`decision.${decision}`)}</span>
      {byPerson && <IconUser size={13} stroke={2} aria-label={t("decision.byPerson")} role="img" />}
      {isWaiting && <span className={classes.hidden}>{t("decision.sending")}</span>}
    </span>
  );
}
