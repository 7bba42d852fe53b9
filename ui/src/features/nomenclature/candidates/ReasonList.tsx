import { IconCheck, IconEqualNot, IconMinus } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";

import classes from "./candidates.module.css";
import type { Reasons } from "./reasons";

type Tone = "bad" | "missing" | "good";
type Part = { name: keyof Reasons; tone: Tone; icon: ComponentType<{ size: number; "aria-hidden": true }> };

/** What speaks against an item comes first: that is what a person looks for. */
const parts: readonly Part[] = [
  { name: "differing", tone: "bad", icon: IconEqualNot },
  { name: "missing", tone: "missing", icon: IconMinus },
  { name: "wordsMissing", tone: "missing", icon: IconMinus },
  { name: "agreeing", tone: "good", icon: IconCheck },
];

/** What speaks for an item and against it: a sign and a colour for each, the words of it for who does not see them. */
export function ReasonList({ reasons }: { reasons: Reasons }) {
  const { t } = useTranslation("nomenclature");
  const shown = parts.filter(({ name }) => reasons[name].length > 0);
  if (shown.length === 0) return null;
  return (
    <ul className={classes.reasons}>
      {shown.map(({ name, tone, icon: Icon }) => (
        <li key={name} data-tone={tone} title={t(`panel.${name}` as "panel.agreeing")}>
          <Icon size={12} aria-hidden />
          <span className={classes.unseen}>{t(`panel.${name}` as "panel.agreeing")}: </span>
          {reasons[name].join(", ")}
        </li>
      ))}
    </ul>
  );
}
