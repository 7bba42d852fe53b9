import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useColumnTitle } from "./columns";
import classes from "./file.module.css";

const ROWS_SHOWN = 8;

type Props = {
  header: readonly string[];
  rows: readonly (readonly unknown[])[];
  isChosen: (place: number) => boolean;
  /** What stands above the heading of each column. */
  above?: (place: number) => ReactNode;
  /** A press anywhere in a column. */
  onColumn?: (place: number) => void;
  /** The least that a column is wide. */
  columnWidth: number;
};

/** The first rows of a file, the columns that are taken from it marked. */
export function FirstRows({ header, rows, isChosen, above, onColumn, columnWidth }: Props) {
  const { t } = useTranslation("pieces");
  const titleOf = useColumnTitle(header);
  const places = header.map((_, place) => place);
  const mark = (place: number) => ({ "data-chosen": isChosen(place) || undefined });
  return (
    <Table.ScrollContainer minWidth={header.length * columnWidth} type="native">
      <Table withTableBorder fz="xs" className={classes.rows} data-pressed={onColumn ? true : undefined} aria-label={t("file.firstRows")}>
        <Table.Thead>
          {above && (
            <Table.Tr>
              {places.map((place) => (
                <Table.Th {...mark(place)} key={place}>
                  {above(place)}
                </Table.Th>
              ))}
            </Table.Tr>
          )}
          <Table.Tr>
            {places.map((place) => (
              <Table.Th {...mark(place)} key={place}>
                {titleOf(place)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, ROWS_SHOWN).map((row, line) => (
            <Table.Tr key={line}>
              {places.map((place) => (
                <Table.Td {...mark(place)} key={place} title={textOf(row[place])} onClick={() => onColumn?.(place)}>
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
