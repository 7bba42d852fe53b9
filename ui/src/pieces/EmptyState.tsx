import { Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconInbox, type Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

type Props = {
  title: string;
  /** What to do first, in a sentence. */
  children?: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
  icon?: Icon;
};

/** Stands where a list would be while there is nothing in it, and says what to do first. */
export function EmptyState({ title, children, action, icon: Icon = IconInbox }: Props) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <ThemeIcon variant="light" color="gray" size={44} radius="xl" aria-hidden>
        <Icon size={24} stroke={1.5} />
      </ThemeIcon>
      <Title order={3} size="h4">
        {title}
      </Title>
      {children && (
        <Text component="div" size="sm" c="dimmed" maw={460}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
