import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { type Columns, fields, type Look } from "../imports";
import classes from "./importing.module.css";

const ROWS_SHOWN = 6;

/** The first rows of the file; above each column what it was taken for. */
export function FirstRows({ look, columns }: { look: Look; columns: Columns }) {
  const { t } = useTranslation("catalogues");
  const kindOf = (place: number) =>
    fields
      .filter((field) => columns[field] === place)
      .map((field) => t(`field.${field}`))
      .join(", ");
  return (
    <Table.ScrollContainer minWidth={Math.min(900, look.header.length * 130)}>
      <Table withTableBorder fz="xs" className={classes.preview} aria-label={t("imports.preview")}>
        <Table.Thead>
          <Table.Tr>
            {look.header.map((name, place) => (
              <Table.Th key={place} data-chosen={kindOf(place) !== "" || undefined}>
                {name}
                <div className={classes.kind}>{kindOf(place)}</div>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {look.firstRows.slice(0, ROWS_SHOWN).map((row, line) => (
            <Table.Tr key={line}>
              {look.header.map((_, place) => (
                <Table.Td key={place} data-chosen={kindOf(place) !== "" || undefined}>
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
