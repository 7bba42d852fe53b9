import { useTranslation } from "react-i18next";

import type { Meaning, ProofSpan } from "../answer";
import { commentOf, type Structure } from "../beside/structure";
import { shown } from "../table/cells";
import { periodOf } from "./proof";

/** What names a place of the database, or a value there. */
const NAMING = new Set<Meaning>(["table", "column", "value", "number", "glossary"]);

/** Tells what words of the question became, with the comments of the database's makers where they left any. */
export function useMeaningWords(structure: Structure | undefined): (span: ProofSpan) => string {
  const { t, i18n } = useTranslation("database-assistant");

  function periodWords(target: string): string {
    const period = periodOf(target);
    if (!period) return target;
    if ("unit" in period) {
      const unit = t(`units.${period.unit}`);
      if (period.first === period.last) return nearWords(unit, period.first);
      return t("periods.span", { unit, first: period.first, last: period.last });
    }
    const [start, end] = [dayWords(period.start), dayWords(period.end)];
    if (start === end) return start;
    if (!period.start) return t("periods.until", { end });
    return period.end ? `${start} – ${end}` : t("periods.since", { start });
  }

  function nearWords(unit: string, at: number): string {
    if (at === 0) return t("periods.this", { unit });
    if (at === -1) return t("periods.last", { unit });
    return at === 1 ? t("periods.next", { unit }) : t("periods.one", { unit, at });
  }

  function targetWords({ became, target }: ProofSpan): string {
    if (became === "period") return periodWords(target);
    if (NAMING.has(became)) return placeWords(target);
    if (i18n.exists(`database-assistant:signs.${target}`)) return t(`signs.${target}`);
    if (i18n.exists(`database-assistant:units.${target}`)) return t(`units.${target}`);
    return target;
  }

  function placeWords(target: string): string {
    const comment = commentOf(structure, target);
    return comment ? `${target} (${comment})` : target;
  }

  return (span) => {
    const meaning = t(`meanings.${span.became}`);
    return span.target ? `${meaning}: ${targetWords(span)}` : meaning;
  };
}

function dayWords(day: string | null): string {
  return day === null ? "" : shown(day, { name: "", kind: "date" });
}
