import { Stack, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { SecondAnswer } from "../answer";
import { laidOut } from "../sql/layout";
import { SqlText } from "../sql/SqlText";
import { isNumeric, shown } from "../table/cells";

const ROWS_SHOWN = 20;

/** The language model's own answer, where it differs: a person compares the two. */
export function SecondView({ second }: { second: SecondAnswer }) {
  const { t } = useTranslation("database-assistant");
  const columns = second.columns ?? [];
  const rows = (second.rows ?? []).slice(0, ROWS_SHOWN);
  return (
    <Stack gap="sm">
      <Text size="sm">{second.agreement ? t(`second.${second.agreement}`) : (second.reason ?? t("second.declined"))}</Text>
      {second.sql && <SqlText sql={laidOut(second.sql)} />}
      {columns.length > 0 && (
        <Table.ScrollContainer minWidth={0} maxHeight={320}>
          <Table fz="sm" withTableBorder>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column, place) => (
                  <Table.Th key={place}>{column.name}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row, at) => (
                <Table.Tr key={at}>
                  {columns.map((column, place) => (
                    <Table.Td key={place} ta={isNumeric(column) ? "right" : "left"}>
                      {shown(row[place] ?? null, column)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {second.row_count !== undefined && (
        <Text size="xs" c="dimmed">
          {t("second.shown", { shown: rows.length, all: second.row_count })}
        </Text>
      )}
    </Stack>
  );
}
