import { Alert, Button, Code, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { CopyButton } from "@/pieces/CopyButton";

/** What somebody signs in with for the first time. */
export type Given = { email: string; password: string };

/** Shows once what is to be handed to a new user: nobody can look it up later, so the window closes only by its button. */
export function Credentials({ given, onClose }: { given: Given | null; onClose: () => void }) {
  const { t } = useTranslation("admin");
  const text = given ? `${location.origin}\n${given.email}\n${given.password}` : "";
  return (
    <Modal
      opened={given !== null}
      onClose={onClose}
      title={t("credentials.title")}
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Text size="sm">{t("credentials.text")}</Text>
        <Code block>{text}</Code>
        <Alert variant="light" color="yellow">
          {t("credentials.once")}
        </Alert>
        <Group justify="flex-end" gap="xs">
          <CopyButton text={text} label={t("credentials.copy")} />
          <Button onClick={onClose}>{t("credentials.done")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
