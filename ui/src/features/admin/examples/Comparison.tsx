import { Alert, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";

import classes from "./Comparison.module.css";
import type { Example } from "./examples";
import { failureOf, knownIn, type Result, resultOf } from "./results";

/** What was approved beside what the last replay gave, the rows that differ marked. */
export function Comparison({ example }: { example: Example }) {
  const { t } = useTranslation("admin");
  const expected = resultOf(example.expected);
  const replayed = example.replay_state === "changed" ? resultOf(example.replayed) : null;
  const failure = example.replay_state === "failed" ? failureOf(example.replayed) : null;
  return (
    <Stack gap="xs">
      {failure && (
        <Alert color="red" variant="light" title={failure.title}>
          {failure.detail}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: replayed ? 2 : 1 }}>
        {expected && <Rows title={t("examples.expected")} result={expected} other={replayed} />}
        {replayed && <Rows title={t("examples.now")} result={replayed} other={expected} />}
      </SimpleGrid>
    </Stack>
  );
}

function Rows({ title, result, other }: { title: string; result: Result; other: Result | null }) {
  const { t } = useTranslation("admin");
  const known = other ? knownIn(result.rows, other.rows) : [];
  return (
    <div>
      <Text size="sm" fw={500}>
        {title} <Text span c="dimmed">{t("examples.rows", { count: result.rowCount, rows: number(result.rowCount) })}</Text>
      </Text>
      <Table.ScrollContainer minWidth={200} mah={320}>
        <Table aria-label={title} fz="xs" verticalSpacing={3} withTableBorder>
          <Table.Thead>
            <Table.Tr>
              {result.columns.map((column, index) => (
                <Table.Th key={index}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {result.rows.map((row, index) => (
              <Table.Tr key={index} className={known[index] === false ? classes.differs : ""}>
                {row.map((cell, place) => (
                  <Table.Td key={place}>{cell === null ? "—" : String(cell)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}
