import { Alert, Checkbox, List, Stack, Text } from "@mantine/core";
import { IconShieldX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { Refused } from "@/api/problems";
import { Trouble } from "@/pieces/Trouble";

type Props = { error: unknown; isWriteAllowed: boolean; onWriteAllowed: (isAllowed: boolean) => void };

/** Why the database was not saved. A role that can write may be taken knowingly. */
export function ConnectionTrouble({ error, isWriteAllowed, onWriteAllowed }: Props) {
  const { t } = useTranslation("admin");
  if (!(error instanceof Refused) || error.slug !== "writable-role-refused") return <Trouble error={error} />;
  const findings = Array.isArray(error.problem.findings) ? error.problem.findings.map(String) : [];
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconShieldX />} title={t("database.writableTitle")}>
      <Stack gap="xs">
        <Text size="sm">{t("database.writableText")}</Text>
        <List size="sm">
          {findings.map((finding) => (
            <List.Item key={finding}>{finding}</List.Item>
          ))}
        </List>
        <Checkbox
          label={t("database.allowWrite")}
          checked={isWriteAllowed}
          onChange={(event) => onWriteAllowed(event.currentTarget.checked)}
        />
      </Stack>
    </Alert>
  );
}
