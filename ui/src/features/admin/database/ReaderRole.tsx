import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import { CopyButton } from "@/pieces/CopyButton";

import type { AddressDraft } from "./address";
import { readerRoleSql } from "./readerSql";

type Props = { place: Pick<AddressDraft, "dialect" | "database" | "namespaces"> };

/** What to hand to the database's administrator, who makes a role that only reads by it. */
export function ReaderRole({ place }: Props) {
  const { t } = useTranslation("admin");
  const [isOpen, { toggle }] = useDisclosure(false);
  const sql = readerRoleSql(place);
  if (sql === null) return null;
  return (
    <Stack gap="xs" align="stretch">
      <Group gap="xs">
        <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? t("rights.hideSql") : t("rights.showSql")}
        </Button>
        {isOpen && <CopyButton text={sql} label={t("rights.copySql")} />}
      </Group>
      {isOpen && (
        <>
          <Text size="sm">{t("rights.sqlAbout")}</Text>
          <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {sql}
          </Code>
        </>
      )}
    </Stack>
  );
}
