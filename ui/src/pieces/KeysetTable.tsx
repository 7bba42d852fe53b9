import { Button, Group, Stack, Table, Text, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Waiting } from "./Loaded";
import { Trouble } from "./Trouble";
import type { KeysetPages } from "./useKeysetPages";
import "./words";

/** A column of a {@link KeysetTable}. */
export type Column<Row> = {
  key: string;
  /** Empty for a column of buttons; then give `label`. */
  title: string;
  /** What a screen reader says where the title is empty. */
  label?: string;
  cell: (row: Row) => ReactNode;
  width?: number | string;
  align?: "left" | "right" | "center";
  /** Hidden on screens narrower than this. */
  visibleFrom?: "xs" | "sm" | "md" | "lg";
};

type Props<Row> = {
  /** What the table holds, for screen readers. */
  label: string;
  pages: KeysetPages<Row>;
  columns: Column<Row>[];
  keyOf: (row: Row) => string | number;
  /** Shown where there is no row: an `EmptyState`. */
  empty?: ReactNode;
  /** What a row looks as if it is switched off. */
  isFaded?: (row: Row) => boolean;
  /** The table scrolls within itself where less room is left. */
  minWidth?: number;
};

/** A list of the API as a table with "show more" under it; tells when it waits, fails, or is empty. */
export function KeysetTable<Row>({ label, pages, columns, keyOf, empty, isFaded, minWidth = 320 }: Props<Row>) {
  const { t } = useTranslation("pieces");
  const { rows, error } = pages;
  if (rows === undefined) return error ? <Trouble error={error} onAgain={pages.again} /> : <Waiting lines={5} />;
  if (rows.length === 0) {
    return (
      empty ?? (
        <Text size="sm" c="dimmed" py="md">
          {t("table.nothing")}
        </Text>
      )
    );
  }
  return (
    <Stack gap="xs">
      <Table.ScrollContainer minWidth={minWidth}>
        <Table aria-label={label} verticalSpacing={6} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.key} {...look(column)}>
                  {column.title || <VisuallyHidden>{column.label}</VisuallyHidden>}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={keyOf(row)} {...(isFaded?.(row) ? { c: "dimmed" } : {})}>
                {columns.map((column) => (
                  <Table.Td key={column.key} {...look(column)}>
                    {column.cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {error && <Trouble error={error} onAgain={pages.again} />}
      {pages.hasMore && (
        <Group justify="center">
          <Button variant="subtle" size="xs" loading={pages.isFetchingMore} onClick={pages.more}>
            {t("table.more")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function look<Row>({ width, align, visibleFrom }: Column<Row>) {
  return {
    ...(width === undefined ? {} : { w: width }),
    ...(align === undefined ? {} : { ta: align }),
    ...(visibleFrom === undefined ? {} : { visibleFrom }),
  };
}
