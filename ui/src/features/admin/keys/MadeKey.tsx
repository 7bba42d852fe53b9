import { Alert, Button, Code, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { CopyButton } from "@/pieces/CopyButton";

export type Made = { name: string; key: string };

/** A key just made: shown this once, so the window closes only by its button. */
export function MadeKey({ made, onClose }: { made: Made | null; onClose: () => void }) {
  const { t } = useTranslation("admin");
  return (
    <Modal
      opened={made !== null}
      onClose={onClose}
      title={t("keys.madeTitle", { name: made?.name })}
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Alert variant="light" color="yellow">
          {t("keys.once")}
        </Alert>
        <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
          {made?.key}
        </Code>
        <Text size="sm" c="dimmed">
          {t("keys.send")} <Code>X-API-Key</Code>
        </Text>
        <Group justify="flex-end" gap="xs">
          <CopyButton text={made?.key ?? ""} label={t("keys.copy")} />
          <Button onClick={onClose}>{t("keys.kept")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
