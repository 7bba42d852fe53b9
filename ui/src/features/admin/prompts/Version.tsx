import { Badge, Button, Group, Paper, Spoiler, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";

import { type Prompt, useActivation } from "./prompts";

/** One version of a note, with its text, and a button that has it used from now on. */
export function Version({ prompt }: { prompt: Prompt }) {
  const { t } = useTranslation("admin");
  const activation = useActivation();
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" mb={6}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {t("prompts.version", { version: prompt.version })}
          </Text>
          <Text size="sm" c="dimmed">
            {moment(prompt.created_at)}
          </Text>
        </Group>
        {prompt.is_active ? (
          <Badge variant="light" color="teal">
            {t("prompts.active")}
          </Badge>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            loading={activation.isBusy}
            aria-label={t("prompts.useOne", { version: prompt.version })}
            onClick={() => activation.doNow(prompt.id)}
          >
            {t("prompts.use")}
          </Button>
        )}
      </Group>
      <Spoiler maxHeight={120} showLabel={t("actions.showAll")} hideLabel={t("actions.showLess")}>
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {prompt.text}
        </Text>
      </Spoiler>
    </Paper>
  );
}
