import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { differencesOf } from "./comparing";
import classes from "./Differences.module.css";
import type { Prompt } from "./prompts";

/** A version beside the one in use: what would go is struck through, what would come is marked. */
export function Differences({ active, other }: { active: Prompt; other: Prompt }) {
  const { t } = useTranslation("admin");
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {t("prompts.comparedWith", { version: active.version })}
      </Text>
      <Text size="sm" className={classes.text}>
        {differencesOf(active.text, other.text).map(({ text, side }, index) => {
          if (side === "both") return <span key={index}>{text}</span>;
          const Mark = side === "before" ? "del" : "ins";
          return (
            <Mark key={index} className={classes[side]}>
              {text}
            </Mark>
          );
        })}
      </Text>
    </Stack>
  );
}
