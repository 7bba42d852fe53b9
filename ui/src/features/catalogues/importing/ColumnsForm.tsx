import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";
import { Trouble } from "@/pieces/Trouble";

import { type Columns, type Field, fields, isEnough, type Look, useImport } from "../imports";
import { FirstRows } from "./FirstRows";

type Props = { catalogueId: number; file: File; look: Look; onStarted: () => void };

/** Which column is what; nothing is brought in before this is confirmed. */
export function ColumnsForm({ catalogueId, file, look, onStarted }: Props) {
  const { t } = useTranslation("catalogues");
  const [columns, setColumns] = useState(look.columns);
  const [removesAbsent, setRemovesAbsent] = useState(false);
  const [dialog, ask] = useConfirm();
  const importing = useImport(catalogueId);

  const wanted = { file, look, wanted: { columns, removesAbsent } };
  const askToRemove = () =>
    ask({
      title: t("imports.removesSure"),
      text: t("imports.removesTells", { file: file.name }),
      action: t("imports.startAny"),
      deed: () => importing.mutateAsync(wanted, { onSuccess: onStarted }),
    });

  return (
    <Stack gap="sm">
      <div>
        <Text fw={600} size="sm">
          {t("imports.columns")}
        </Text>
        <Text size="sm" c="dimmed">
          {t(look.importId === null ? "imports.columnsUnclear" : "imports.columnsTell")} {t("imports.needed")}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="xs">
        {fields.map((field) => (
          <ColumnChoice
            key={field}
            field={field}
            header={look.header}
            place={columns[field]}
            onChange={(place) => setColumns(withColumn(columns, field, place))}
          />
        ))}
      </SimpleGrid>
      {look.firstRows.length > 0 && <FirstRows look={look} columns={columns} />}
      <Checkbox
        label={t("imports.removesAbsent")}
        checked={removesAbsent}
        onChange={(event) => setRemovesAbsent(event.currentTarget.checked)}
      />
      {importing.error && <Trouble error={importing.error} />}
      <Group>
        <Button
          disabled={!isEnough(columns)}
          loading={importing.isPending}
          onClick={() => (removesAbsent ? askToRemove() : importing.mutate(wanted, { onSuccess: onStarted }))}
        >
          {look.rowCount === null ? t("imports.startAny") : t("imports.start", { count: look.rowCount })}
        </Button>
        <Notes notes={look.notes} />
      </Group>
      {dialog}
    </Stack>
  );
}

type ChoiceProps = {
  field: Field;
  header: readonly string[];
  place: number | undefined;
  onChange: (place: number | undefined) => void;
};

function ColumnChoice({ field, header, place, onChange }: ChoiceProps) {
  const { t } = useTranslation("catalogues");
  return (
    <Select
      size="xs"
      label={t(`field.${field}`)}
      placeholder={t("imports.notGiven")}
      data={header.map((name, index) => ({
        value: String(index),
        label: name === "" ? t("imports.column", { number: index + 1 }) : name,
      }))}
      value={place === undefined ? null : String(place)}
      onChange={(value) => onChange(value === null ? undefined : Number(value))}
      searchable
      clearable
    />
  );
}

function withColumn(columns: Columns, field: Field, place: number | undefined): Columns {
  const others = Object.fromEntries(Object.entries(columns).filter(([name]) => name !== field));
  return place === undefined ? others : { ...others, [field]: place };
}

function Notes({ notes }: { notes: readonly string[] }) {
  const { t } = useTranslation("catalogues");
  if (notes.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed">
        {t("imports.notes")}
      </Text>
      {notes.map((note) => (
        <Text key={note} size="xs" c="dimmed">
          {note}
        </Text>
      ))}
    </details>
  );
}
