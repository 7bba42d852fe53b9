import { Group, Select, Stack, Table, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import classes from "./starting.module.css";
import { columnName, type Preview, type Source } from "./starting";

type Props = {
  file: File;
  preview: Preview;
  onSheet: (name: string) => void;
  onChange: (chosen: { source: Source; rowCount: number } | null) => void;
};

const ROWS_SHOWN = 8;

/** The first rows of a file with the column of the names marked; another column or sheet can be chosen. */
export function FilePreview({ file, preview, onSheet, onChange }: Props) {
  const { t } = useTranslation("nomenclature");
  const [column, setColumn] = useState(preview.name_column);
  const titleOf = (place: number) => titleIn(preview.header[place] ?? "", place, (letters) => t("starting.column", { letters }));

  useEffect(() => {
    const { header, sheet_name: sheetName, row_count: rowCount } = preview;
    if (column !== null) onChange({ source: { file, sheetName, nameColumn: columnName(header, column) }, rowCount });
    return () => onChange(null); // while another sheet is read there is nothing to start
  }, [file, preview, column, onChange]);

  return (
    <Stack gap="sm">
      <Group align="flex-start">
        {preview.sheet_names.length > 1 && (
          <Select
            label={t("starting.sheet")}
            data={preview.sheet_names}
            value={preview.sheet_name}
            onChange={(name) => name !== null && onSheet(name)}
            allowDeselect={false}
          />
        )}
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
      <Table.ScrollContainer minWidth={Math.min(900, preview.header.length * 130)} maxHeight={320}>
        <Table withTableBorder stickyHeader fz="xs" className={classes.preview} aria-label={t("starting.preview")}>
          <Table.Thead>
            <Table.Tr>
              {preview.header.map((_, place) => (
                <Table.Th key={place} data-chosen={place === column || undefined}>
                  {titleOf(place)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.first_rows.slice(0, ROWS_SHOWN).map((row, line) => (
              <Table.Tr key={line}>
                {preview.header.map((_, place) => (
                  <Table.Td key={place} data-chosen={place === column || undefined} onClick={() => setColumn(place)}>
                    {textOf(row[place])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group gap="md">
        <Text size="sm" c="dimmed">
          {t("starting.rows", { count: preview.row_count })}
        </Text>
        {preview.notes.length > 0 && <Notes notes={preview.notes} />}
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

/** What was decided while the file was read; what the page has no words for is left out. */
function Notes({ notes }: { notes: Preview["notes"] }) {
  const { t, i18n } = useTranslation("nomenclature");
  const known = notes.filter(({ code }) => i18n.exists(`nomenclature:fileNotes.${code ?? ""}`));
  if (known.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed">
        {t("starting.notes")}
      </Text>
      {known.map(({ code, value }) => (
        <Text key={code} size="xs" c="dimmed">
          {t(`fileNotes.${code ?? ""}` as "fileNotes.encoding", { value: value ?? "" })}
        </Text>
      ))}
    </details>
  );
}

/** A heading; one that the server made up from the column's letters is said in the page's words. */
export function titleIn(heading: string, place: number, tell: (letters: string) => string): string {
  const made = /^Column ([A-Z]{1,3})$/.exec(heading)?.[1];
  if (made) return tell(made);
  return heading === "" ? tell(String(place + 1)) : heading;
}

export function textOf(cell: unknown): string {
  return cell === null || cell === undefined ? "" : String(cell);
}
