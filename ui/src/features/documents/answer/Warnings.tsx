import { Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";

import type { AnswerWarning } from "./answer";

/** What a reader should know beside the answer; the server says it in the language of the question. */
export function Warnings({ warnings }: { warnings: AnswerWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <Stack gap={4}>
      {warnings.map((warning) => (
        <Group key={warning.kind} gap={6} wrap="nowrap" align="flex-start">
          <IconAlertTriangle size={16} color="var(--mantine-color-orange-6)" aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <Text size="sm" c="dimmed">
            {warning.text}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
