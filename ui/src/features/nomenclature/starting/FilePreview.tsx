import { Group, Select, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { columnName, useColumnTitle } from "@/pieces/file/columns";
import { FirstRows } from "@/pieces/file/FirstRows";
import { HowRead } from "@/pieces/file/HowRead";
import { SheetChoice } from "@/pieces/file/SheetChoice";

import type { Preview, Source } from "./starting";

type Props = {
  file: File;
  preview: Preview;
  onSheet: (name: string) => void;
  onChange: (chosen: { source: Source; rowCount: number } | null) => void;
};

const COLUMN_WIDTH = 130;

/** The first rows of a file with the column of the names marked; another column or sheet can be chosen. */
export function FilePreview({ file, preview, onSheet, onChange }: Props) {
  const { t } = useTranslation("nomenclature");
  const [column, setColumn] = useState(preview.name_column);
  const titleOf = useColumnTitle(preview.header);

  useEffect(() => {
    const { header, sheet_name: sheetName, row_count: rowCount } = preview;
    if (column !== null) onChange({ source: { file, sheetName, nameColumn: columnName(header, column) }, rowCount });
    return () => onChange(null); // while another sheet is read there is nothing to start
  }, [file, preview, column, onChange]);

  return (
    <Stack gap="sm">
      <Group align="flex-start">
        <SheetChoice names={preview.sheet_names} chosen={preview.sheet_name} onChoose={onSheet} />
        <Select
          label={t("starting.nameColumn")}
          description={<ColumnHint preview={preview} column={column} />}
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={preview.header.map((_, place) => ({ value: String(place), label: titleOf(place) }))}
          value={column === null ? null : String(column)}
          onChange={(place) => place !== null && setColumn(Number(place))}
          allowDeselect={false}
          searchable={preview.header.length > 8}
          miw={240}
        />
      </Group>
      <FirstRows
        header={preview.header}
        rows={preview.first_rows}
        columnWidth={COLUMN_WIDTH}
        isChosen={(place) => place === column}
        onColumn={setColumn}
      />
      <Group gap="md" align="flex-start">
        <Text size="sm" c="dimmed">
          {t("starting.rows", { count: preview.row_count })}
        </Text>
        <HowRead notes={preview.notes} />
      </Group>
    </Stack>
  );
}

function ColumnHint({ preview, column }: { preview: Preview; column: number | null }) {
  const { t } = useTranslation("nomenclature");
  if (column !== null) return column === preview.name_column ? t("starting.columnFound") : null;
  if (preview.likely_columns.length === 0) return t("starting.columnUnclear");
  return t("starting.columnLikely", { columns: preview.likely_columns.join(", ") });
}
