import { Badge, Button, Group, Paper, Spoiler, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";

import { Differences } from "./Differences";
import { type Prompt, useActivation } from "./prompts";

/** One version of a note: its text, what differs from the one in use, and a button that has it used from now on. */
export function Version({ prompt, active }: { prompt: Prompt; active: Prompt | null }) {
  const { t } = useTranslation("admin");
  const [isCompared, { toggle }] = useDisclosure(false);
  const canCompare = active !== null && active.id !== prompt.id;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" mb={6} gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {t("prompts.version", { version: prompt.version })}
          </Text>
          <Text size="sm" c="dimmed">
            {moment(prompt.created_at)}
          </Text>
        </Group>
        <Group gap="xs">
          {canCompare && (
            <Button size="compact-xs" variant="subtle" aria-expanded={isCompared} onClick={toggle}>
              {isCompared ? t("prompts.showText") : t("prompts.compare")}
            </Button>
          )}
          <Use prompt={prompt} active={active} />
        </Group>
      </Group>
      {isCompared && canCompare ? (
        <Differences active={active} other={prompt} />
      ) : (
        <Spoiler maxHeight={120} showLabel={t("actions.showAll")} hideLabel={t("actions.showLess")}>
          <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {prompt.text}
          </Text>
        </Spoiler>
      )}
    </Paper>
  );
}

function Use({ prompt, active }: { prompt: Prompt; active: Prompt | null }) {
  const { t } = useTranslation("admin");
  const activation = useActivation();
  if (prompt.is_active) {
    return (
      <Badge variant="light" color="teal">
        {t("prompts.active")}
      </Badge>
    );
  }
  const isOlder = active !== null && prompt.version < active.version;
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={activation.isBusy}
      aria-label={t(isOlder ? "prompts.rollBackOne" : "prompts.useOne", { version: prompt.version })}
      onClick={() => activation.doNow(prompt.id)}
    >
      {t(isOlder ? "prompts.rollBack" : "prompts.use")}
    </Button>
  );
}
