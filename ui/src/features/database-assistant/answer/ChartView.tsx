import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import type { ChartKind, ChartSpecification, WithRows } from "../answer";
import { useAnswerRows } from "../answers";
import { Chart } from "../chart/Chart";
import { kindsOf } from "../chart/charting";

type Props = { answer: WithRows; specification: ChartSpecification };

/** The drawing of an answer, and how else it can be drawn. */
export function ChartView({ answer, specification }: Props) {
  const { t } = useTranslation("database-assistant");
  const { rows, rowCount } = useAnswerRows(answer);
  const [chosen, setChosen] = useState<ChartKind | null>(null);
  const kinds = kindsOf(specification, rows);
  const kind = chosen && kinds.includes(chosen) ? chosen : specification.kind;
  const drawn = useMemo(() => ({ ...specification, kind }), [specification, kind]);
  return (
    <Stack gap="xs">
      {kinds.length > 1 && (
        <Group justify="space-between">
          <SegmentedControl
            size="xs"
            aria-label={t("chart.kind")}
            value={kind}
            onChange={(wanted) => setChosen(wanted as ChartKind)}
            data={kinds.map((one) => ({ value: one, label: t(`chart.kinds.${one}`) }))}
          />
          {rows.length < rowCount && (
            <Text size="xs" c="dimmed">
              {t("chart.partly", { drawn: rows.length, all: rowCount })}
            </Text>
          )}
        </Group>
      )}
      <Chart specification={drawn} columns={answer.columns} rows={rows} label={answer.question} />
    </Stack>
  );
}
