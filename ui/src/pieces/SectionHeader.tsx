import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Props = {
  title: string;
  /** One sentence on what this part is for. */
  children?: ReactNode;
  /** Buttons at the right; below the heading on a narrow screen. */
  actions?: ReactNode;
  /** Level of the heading: 1 for a page, 2 for a part of it. */
  order?: 1 | 2 | 3;
};

/** The heading of a page or of a part of one, what it is for, and what can be done there. */
export function SectionHeader({ title, children, actions, order = 2 }: Props) {
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Stack gap={2} maw={640} flex="1 1 260px">
        <Title order={order} size={order === 1 ? "h2" : order === 2 ? "h3" : "h4"}>
          {title}
        </Title>
        {children && (
          <Text component="div" size="sm" c="dimmed">
            {children}
          </Text>
        )}
      </Stack>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
