import { Center, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The page was opened while the server does not answer; it goes on by itself. */
export function ServerAway() {
  const { t } = useTranslation();
  return (
    <Center mih="80vh" p="md">
      <Stack gap="xs" maw={420} role="status">
        <Group gap="sm" wrap="nowrap">
          <Loader size="sm" />
          <Title order={1} size="h3">
            {t("connection.away")}
          </Title>
        </Group>
        <Text c="dimmed">{t("connection.awayText")}</Text>
      </Stack>
    </Center>
  );
}
