import { Alert, List, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { AnswerWarning } from "../answer";

/** What a reader of the rows should know; the server tells it in the language of the question. */
export function Warnings({ warnings }: { warnings: readonly AnswerWarning[] }) {
  const { t } = useTranslation("database-assistant");
  if (warnings.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" p="xs" role="note" icon={<IconAlertTriangle size={18} />} aria-label={t("warnings")}>
      {warnings.length === 1 ? (
        <Text size="sm">{warnings[0]?.text}</Text>
      ) : (
        <List size="sm">
          {warnings.map((warning) => (
            <List.Item key={warning.text}>{warning.text}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
