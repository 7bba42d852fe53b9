import { Button, Group, MultiSelect, Paper, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";
import { Trouble } from "@/pieces/Trouble";

import { type Columns, type Database, useColumns, useColumnsChange, useStructure } from "./database";
import { columnOf, type StructureTable, textOf } from "./structure";

/** Which columns no query may read, and of which no values are collected. */
export function ColumnsForm({ database }: { database: Database }) {
  const { t } = useTranslation("admin");
  const columns = useColumns(database.id);
  const structure = useStructure(database);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <SectionHeader title={t("columns.title")}>{t("columns.about")}</SectionHeader>
        {database.learned_at === null ? (
          <Text size="sm" c="dimmed">
            {t("columns.notLearned")}
          </Text>
        ) : (
          <Loaded query={columns} lines={2}>
            {(found) => <Choices databaseId={database.id} columns={found} tables={structure.data ?? []} />}
          </Loaded>
        )}
      </Stack>
    </Paper>
  );
}

type ChoicesProps = { databaseId: number; columns: Columns; tables: StructureTable[] };

function Choices({ databaseId, columns, tables }: ChoicesProps) {
  const { t } = useTranslation("admin");
  const change = useColumnsChange(databaseId);
  const [chosen, setChosen] = useState<Partial<Columns>>({});
  const wanted = { ...columns, ...chosen };

  async function save() {
    try {
      await change.done(wanted);
      setChosen({});
      notifications.show({ message: t("columns.saved") });
    } catch {
      // Told below the fields.
    }
  }

  function field(name: keyof Columns) {
    return (
      <MultiSelect
        label={t(`columns.${name}`)}
        description={t(`columns.${name}About`)}
        placeholder={wanted[name].length === 0 ? t("columns.choose") : ""}
        searchable
        limit={100}
        nothingFoundMessage={t("columns.notFound")}
        data={tables.map((table) => ({
          group: table.key,
          items: table.columns.map((column) => ({
            value: textOf({ table: table.key, column: column.name }),
            label: `${table.key}.${column.name}`,
          })),
        }))}
        value={wanted[name].map(textOf)}
        onChange={(texts) => setChosen({ ...chosen, [name]: texts.map(columnOf) })}
      />
    );
  }

  return (
    <Stack gap="sm">
      {field("hidden")}
      {field("excluded")}
      {change.error && <Trouble error={change.error} />}
      <Group>
        <Button size="xs" loading={change.isBusy} disabled={Object.keys(chosen).length === 0} onClick={() => void save()}>
          {t("actions.save")}
        </Button>
      </Group>
    </Stack>
  );
}
