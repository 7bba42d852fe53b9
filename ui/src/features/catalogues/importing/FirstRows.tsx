import { Select, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Look } from "../imports";
import { type Columns, type Field, fieldAt, fields } from "./columns";
import classes from "./importing.module.css";

const ROWS_SHOWN = 6;
const COLUMN_WIDTH = 172;

type Props = { look: Look; columns: Columns; onChange: (place: number, field: Field | null) => void };

/** The first rows of the file; above each column what it is taken for, to be changed there. */
export function FirstRows({ look, columns, onChange }: Props) {
  const { t } = useTranslation("catalogues");
  const choices = fields.map((field) => ({ value: field, label: t(`field.${field}`) }));
  const titleOf = (place: number) => look.header[place] || t("imports.column", { number: place + 1 });
  return (
    <Table.ScrollContainer minWidth={look.header.length * COLUMN_WIDTH} type="native">
      <Table withTableBorder fz="xs" className={classes.preview} aria-label={t("imports.preview")}>
        <Table.Thead>
          <Table.Tr>
            {look.header.map((_, place) => (
              <Table.Th key={place} data-chosen={fieldAt(columns, place) !== null || undefined}>
                <Select
                  size="xs"
                  aria-label={t("imports.columnIs", { column: titleOf(place) })}
                  placeholder={t("imports.leftOut")}
                  data={choices}
                  value={fieldAt(columns, place)}
                  onChange={(field) => onChange(place, field)}
                  clearable
                  comboboxProps={{ width: 220, position: "bottom-start" }}
                />
              </Table.Th>
            ))}
          </Table.Tr>
          <Table.Tr>
            {look.header.map((_, place) => (
              <Table.Th key={place} data-chosen={fieldAt(columns, place) !== null || undefined}>
                {titleOf(place)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {look.firstRows.slice(0, ROWS_SHOWN).map((row, line) => (
            <Table.Tr key={line}>
              {look.header.map((_, place) => (
                <Table.Td key={place} data-chosen={fieldAt(columns, place) !== null || undefined} title={textOf(row[place])}>
                  {textOf(row[place])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function textOf(cell: unknown): string {
  return cell === null || cell === undefined ? "" : String(cell);
}
