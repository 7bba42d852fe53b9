import { ActionIcon, Button, Code, Group, Paper, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";
import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { type Database, type RowFilter, useRowFilterRemoval, useRowFilters } from "./database";
import { NewRowFilterDialog } from "./NewRowFilterDialog";

/** The conditions that every query's rows must meet, whoever asks. */
export function RowFilters({ database }: { database: Database }) {
  const { t } = useTranslation("admin");
  const filters = useRowFilters(database.id);
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <SectionHeader
          title={t("filters.title")}
          actions={
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} disabled={database.learned_at === null} onClick={open}>
              {t("filters.new")}
            </Button>
          }
        >
          {t("filters.about")}
        </SectionHeader>
        <Loaded query={filters} lines={2}>
          {(found) =>
            found.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t("filters.none")}
              </Text>
            ) : (
              found.map((filter) => <FilterLine key={filter.id} databaseId={database.id} filter={filter} />)
            )
          }
        </Loaded>
        {database.learned_at !== null && <NewRowFilterDialog database={database} opened={isOpen} onClose={close} />}
      </Stack>
    </Paper>
  );
}

function FilterLine({ databaseId, filter }: { databaseId: number; filter: RowFilter }) {
  const { t } = useTranslation("admin");
  const removal = useRowFilterRemoval(databaseId);
  const [dialog, ask] = useConfirm();
  const what = filter.user_attribute ? t(`filters.attributes.${filter.user_attribute}`) : filter.values.map(String).join(", ");

  function remove() {
    ask({
      title: t("filters.removeTitle"),
      text: t("filters.removeText", { table: filter.table }),
      action: t("filters.remove"),
      deed: () => removal.done(filter.id),
    });
  }

  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        <Code>
          {filter.table}.{filter.column}
        </Code>{" "}
        {t(`filters.operators.${filter.operator}`)} <b>{what}</b>
      </Text>
      <ActionIcon variant="subtle" color="gray" aria-label={t("filters.removeOne", { column: `${filter.table}.${filter.column}` })} onClick={remove}>
        <IconTrash size={16} />
      </ActionIcon>
      {dialog}
    </Group>
  );
}
