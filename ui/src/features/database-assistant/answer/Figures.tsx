import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { WithRows } from "../answer";
import { isNumeric, shown, shownShare } from "../table/cells";
import classes from "./Answer.module.css";
import { isShare } from "./figures";

/** The one row of an answer: each value large, with what it is below it. */
export function Figures({ answer }: { answer: WithRows }) {
  const { t } = useTranslation("database-assistant");
  const row = answer.rows[0] ?? [];
  return (
    <Group gap="xl" align="flex-end" component="dl" className={classes.figures ?? ""}>
      {answer.columns.map((column, place) => {
        const cell = row[place] ?? null;
        return (
          <div key={place} className={classes.figure}>
            <Text component="dd" className={isNumeric(column) ? classes.number ?? "" : classes.words ?? ""}>
              {isShare(answer, place) ? shownShare(cell) : shown(cell, column)}
            </Text>
            <Text component="dt" size="sm" c="dimmed">
              {isShare(answer, place) ? t("figures.share") : column.name}
            </Text>
          </div>
        );
      })}
    </Group>
  );
}
