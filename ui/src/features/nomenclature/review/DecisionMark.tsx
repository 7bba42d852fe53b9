import { IconAlertTriangle, IconCheck, IconCircleOff, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Row } from "../deciding/decided";
import classes from "./marks.module.css";

const icons = {
  pending: IconClock,
  accepted: IconCheck,
  needs_review: IconAlertTriangle,
  no_such_item: IconCircleOff,
} as const;

type Props = {
  row: Pick<Row, "decision" | "decided_by_person" | "decided_by">;
  isMine: boolean;
  isWaiting?: boolean;
};

/** A decision in a word, a colour and a sign; the letters of whoever it was, where not the machine decided. */
export function DecisionMark({ row, isMine, isWaiting = false }: Props) {
  const { t } = useTranslation("nomenclature");
  const Icon = icons[row.decision];
  const who = isMine ? t("decision.byYou") : t("decision.byPerson", { who: row.decided_by ?? t("decision.somebody") });
  return (
    <span className={classes.mark}>
      {row.decided_by_person && (
        <span className={classes.who} data-mine={isMine || undefined} role="img" aria-label={who} title={who}>
          {isMine ? t("decision.you") : lettersOf(row.decided_by)}
        </span>
      )}
      <span className={classes.decision} data-decision={row.decision} data-waiting={isWaiting || undefined}>
        <Icon size={14} stroke={2} aria-hidden />
        <span data-word>{t(`decision.${row.decision}`)}</span>
        {isWaiting && <span className={classes.hidden}>{t("decision.sending")}</span>}
      </span>
    </span>
  );
}

/** Two letters of a name or an e-mail. */
function lettersOf(name: string | null): string {
  const words = (name ?? "").split("@")[0]?.split(/[\s._-]+/).filter(Boolean) ?? [];
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => word[0]) : [words[0]?.slice(0, 2) ?? "?"];
  return letters.join("").toUpperCase();
}
