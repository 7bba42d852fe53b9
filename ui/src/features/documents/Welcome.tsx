import { Button, List, Stack, Text, Title } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useHasDocuments } from "./library/documents";

/** What to do first: upload where there is nothing to ask, else ask. */
export function Welcome({ onUpload }: { onUpload: () => void }) {
  const { t } = useTranslation("documents");
  const hasDocuments = useHasDocuments();
  if (hasDocuments === undefined) return null;
  if (!hasDocuments) {
    return (
      <Stack align="center" maw={440} ta="center">
        <Title order={2} size="h3">
          {t("welcome.noDocuments")}
        </Title>
        <Text c="dimmed">{t("welcome.upload")}</Text>
        <Button leftSection={<IconUpload size={16} />} onClick={onUpload}>
          {t("library.upload")}
        </Button>
        <Text size="xs" c="dimmed">
          {t("welcome.kinds")}
        </Text>
      </Stack>
    );
  }
  return (
    <Stack maw={440}>
      <Title order={2} size="h3">
        {t("welcome.ask")}
      </Title>
      <List size="sm" spacing="xs" c="dimmed">
        <List.Item>{t("welcome.hintQuote")}</List.Item>
        <List.Item>{t("welcome.hintScope")}</List.Item>
        <List.Item>{t("welcome.hintFollow")}</List.Item>
      </List>
    </Stack>
  );
}
