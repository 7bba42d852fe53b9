import { Badge, Box, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props = { name: string | null; email: string; isActive: boolean; badge?: ReactNode };

/** Somebody in a list: the name with the e-mail below it, and whether he is switched off. */
export function Person({ name, email, isActive, badge }: Props) {
  const { t } = useTranslation("admin");
  return (
    <Box maw={{ base: 150, xs: 260, md: 420 }}>
      <Group gap="0 6px">
        <Text size="sm" fw={500} truncate maw="100%">
          {name ?? email}
        </Text>
        {badge}
        {!isActive && (
          <Badge size="xs" variant="light" color="gray">
            {t("state.off")}
          </Badge>
        )}
      </Group>
      {name !== null && (
        <Text size="xs" c="dimmed" truncate>
          {email}
        </Text>
      )}
    </Box>
  );
}
