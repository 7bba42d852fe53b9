import { Badge, Group, Paper, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconCheck, IconMinus, IconQuestionMark, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Part } from "./health";
import { usePartWords } from "./usePartWords";

const looks = {
  up: { color: "teal", icon: IconCheck },
  down: { color: "red", icon: IconX },
  off: { color: "gray", icon: IconMinus },
  unknown: { color: "gray", icon: IconQuestionMark },
} as const;

/** A part: what it is for; where it does not answer, what that means and what to do. */
export function PartCard({ part, note }: { part: Part; note: string }) {
  const { t } = useTranslation("admin");
  const words = usePartWords()(part);
  const { color, icon: Icon } = looks[part.state];
  return (
    <Paper withBorder px="md" py="sm">
      <Group align="flex-start" wrap="nowrap" gap="sm">
        <ThemeIcon size={24} radius="xl" variant="light" color={color} mt={1}>
          <Icon size={15} aria-hidden />
        </ThemeIcon>
        <Stack gap={4} flex={1} miw={0}>
          <Group justify="space-between" gap="xs">
            <Text fw={500} size="sm">
              {words.title}
            </Text>
            <Badge variant="light" color={color}>
              {t(`health.states.${part.state}`)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {words.about} {note}
          </Text>
          {part.state === "down" && (
            <>
              <Told title={t("health.meaning")}>{words.meaning}</Told>
              <Told title={t("health.todo")}>{words.todo}</Told>
            </>
          )}
        </Stack>
      </Group>
    </Paper>
  );
}

function Told({ title, children }: { title: string; children: string }) {
  return (
    <Text size="sm">
      <b>{title}:</b> {children}
    </Text>
  );
}
