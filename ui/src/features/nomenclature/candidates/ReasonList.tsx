import { IconCheck, IconEqualNot, IconMinus } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";

import classes from "./candidates.module.css";
import { type Reasons } from "./reasons";

type Part = { name: keyof Reasons; tone: "good" | "bad" | "missing"; icon: ComponentType<{ size: number; "aria-hidden": true }> };

const parts: readonly Part[] = [
  { name: "agreeing", tone: "good", icon: IconCheck },
  { name: "differing", tone: "bad", icon: IconEqualNot },
  { name: "missing", tone: "missing", icon: IconMinus },
  { name: "wordsShared", tone: "good", icon: IconCheck },
  { name: "wordsMissing", tone: "missing", icon: IconMinus },
];

/** What speaks for an item and against it: a word, a sign and a colour for each. */
export function ReasonList({ reasons }: { reasons: Reasons }) {
  const { t } = useTranslation("nomenclature");
  return (
    <dl className={classes.reasons}>
      {parts
        .filter(({ name }) => reasons[name].length > 0)
        .map(({ name, tone, icon: Icon }) => (
          <div key={name} data-tone={tone}>
            <dt>
              <Icon size={13} aria-hidden /> {t(`panel.${name}`)}
            </dt>
            <dd>{reasons[name].join(", ")}</dd>
          </div>
        ))}
    </dl>
  );
}
