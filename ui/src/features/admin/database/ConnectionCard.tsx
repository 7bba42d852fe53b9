import { Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";
import { useConfirm } from "@/pieces/ConfirmDialog";
import { SectionHeader } from "@/pieces/SectionHeader";
import { Trouble } from "@/pieces/Trouble";

import { dialectNames, draftOf } from "./address";
import { type Database, useCheck, useDatabaseRemoval } from "./database";
import { ReaderRole } from "./ReaderRole";
import { rightsOf } from "./rights";
import { RightsReport } from "./RightsReport";

/** Where the database is, whether it answers, and what the role may do there. */
export function ConnectionCard({ database, onChange }: { database: Database; onChange: () => void }) {
  const { t } = useTranslation("admin");
  const check = useCheck(database.id);
  const rights = rightsOf(database.rights);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <SectionHeader title={database.name} actions={<Deeds database={database} check={check} onChange={onChange} />}>
          <Group gap={6}>
            <Badge variant="default">{dialectNames[database.address.dialect]}</Badge>
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              {placeOf(database)}
            </Text>
          </Group>
        </SectionHeader>
        {check.error && <Trouble error={check.error} onAgain={() => check.doNow()} />}
        {rights && <RightsReport rights={rights} />}
        {rights?.isWritable && <ReaderRole place={draftOf(database)} />}
        {database.is_write_allowed && (
          <Text size="sm" c="dimmed">
            {t("database.writeAllowed")}
          </Text>
        )}
        {database.checked_at && (
          <Text size="xs" c="dimmed">
            {t("database.checkedAt", { when: moment(database.checked_at) })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

type DeedsProps = { database: Database; check: ReturnType<typeof useCheck>; onChange: () => void };

function Deeds({ database, check, onChange }: DeedsProps) {
  const { t } = useTranslation("admin");
  const removal = useDatabaseRemoval(database.id);
  const [dialog, ask] = useConfirm();

  function remove() {
    ask({
      title: t("database.removeTitle", { name: database.name }),
      text: t("database.removeText"),
      action: t("database.remove"),
      deed: () => removal.done(),
    });
  }

  return (
    <>
      <Button size="xs" variant="default" loading={check.isBusy} onClick={() => void check.done().catch(() => undefined)}>
        {t("database.check")}
      </Button>
      <Button size="xs" variant="default" onClick={onChange}>
        {t("database.change")}
      </Button>
      <Button size="xs" variant="light" color="red" onClick={remove}>
        {t("database.remove")}
      </Button>
      {dialog}
    </>
  );
}

function placeOf({ address }: Database): string {
  const port = address.port === null ? "" : `:${address.port}`;
  const server = address.host === "" ? "" : `${address.user}@${address.host}${port} / `;
  return `${server}${address.database}`;
}
