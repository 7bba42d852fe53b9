import { Progress, Stack, Table, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { day, number } from "@/language/numbers";

import { type Spending, tokensOf } from "./usage";

type Line = Spending & { name: string; isDay?: boolean };

/** Spendings below each other, each with a bar against the greatest. */
export function SpendingTable({ title, first, lines }: { title: string; first: string; lines: Line[] }) {
  const { t } = useTranslation("admin");
  const most = Math.max(1, ...lines.map(tokensOf));
  return (
    <Stack gap={6}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Table.ScrollContainer minWidth={320}>
        <Table aria-label={title} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{first}</Table.Th>
              <Table.Th ta="right">{t("usage.tokensTitle")}</Table.Th>
              <Table.Th w="30%" visibleFrom="sm" aria-hidden />
              <Table.Th ta="right">{t("usage.callsTitle")}</Table.Th>
              <Table.Th ta="right" visibleFrom="xs">
                {t("usage.failed")}
              </Table.Th>
              <Table.Th ta="right" visibleFrom="xs">
                {t("usage.seconds")}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.name}>
                <Table.Td>{line.isDay ? day(line.name) : line.name}</Table.Td>
                <Table.Td ta="right">{number(tokensOf(line))}</Table.Td>
                <Table.Td visibleFrom="sm" aria-hidden>
                  <Progress value={(100 * tokensOf(line)) / most} size="sm" />
                </Table.Td>
                <Table.Td ta="right">{number(line.calls)}</Table.Td>
                <Table.Td ta="right" visibleFrom="xs">
                  {number(line.failed_calls)}
                </Table.Td>
                <Table.Td ta="right" visibleFrom="xs">
                  {number(line.milliseconds / 1000, 1)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
