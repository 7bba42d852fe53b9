import { Alert, Button, Group, Text } from "@mantine/core";
import { IconCloudCheck, IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import type { Decisions } from "./useOutbox";

/** Whether what was decided has reached the server. */
export function OutboxState({ decisions }: { decisions: Decisions }) {
  const { t } = useTranslation("nomenclature");
  const count = decisions.waiting.length;
  if (count === 0) {
    return (
      <Text size="xs" c="dimmed" role="status">
        <IconCloudCheck size={14} style={{ verticalAlign: -2 }} aria-hidden /> {t("outbox.saved")}
      </Text>
    );
  }
  if (!decisions.isOffline) {
    return (
      <Text size="xs" c="dimmed" role="status">
        <IconCloudUp size={14} style={{ verticalAlign: -2 }} aria-hidden /> {t("outbox.sending", { count })}
      </Text>
    );
  }
  return (
    <Group gap="xs" role="status">
      <Text size="xs" fw={600}>
        <IconCloudOff size={14} style={{ verticalAlign: -2 }} aria-hidden /> {t("outbox.offline", { count })}
      </Text>
      <Button size="compact-xs" variant="default" onClick={decisions.sendNow}>
        {t("outbox.sendNow")}
      </Button>
    </Group>
  );
}

/** Decisions that the server would not take: told until they are read. */
export function TurnedDown({ decisions }: { decisions: Decisions }) {
  const { t } = useTranslation("nomenclature");
  const [first] = decisions.turnedDown;
  if (!first) return null;
  const rows = decisions.turnedDown.map((one) => one.waiting.number);
  return (
    <Alert
      color="red"
      variant="light"
      withCloseButton
      closeButtonLabel={t("outbox.dismiss")}
      onClose={decisions.dismissTurnedDown}
      title={t("outbox.refused", { rows: rows.slice(0, 10).join(", ") + (rows.length > 10 ? " …" : "") })}
    >
      <Trouble error={first.error} />
    </Alert>
  );
}
