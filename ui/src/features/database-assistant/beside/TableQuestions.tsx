import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { IconPencilPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { Offers } from "../answer/Offers";
import { useFirstQuestions } from "../answers";
import { useDatabase } from "../databases";
import { calledOf, useBesideAsking } from "./asking";
import type { StructureTable } from "./structure";

/** Of an open table: questions about it that are surely answered, and its name for one's own. */
export function TableQuestions({ table }: { table: StructureTable }) {
  const { t } = useTranslation("database-assistant");
  const { ask, insert } = useBesideAsking();
  const found = useFirstQuestions(useDatabase().data?.id ?? 0, table.key);
  return (
    <Stack gap={6} py={6} pl={24}>
      {found.isPending && <Skeleton h={26} />}
      <Offers title={t("schema.ask")} questions={(found.data ?? []).map((one) => one.question)} onAsk={ask} />
      <Group>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPencilPlus size={14} />}
          onClick={() => insert(calledOf({ name: table.key, comment: table.comment }))}
        >
          {t("schema.insertTable")}
        </Button>
      </Group>
    </Stack>
  );
}
