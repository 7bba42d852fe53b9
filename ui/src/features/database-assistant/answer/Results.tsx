import { Group, Tabs, Text } from "@mantine/core";
import { IconChartBar, IconCode, IconListDetails, IconScale, IconTable } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { type Answer, hasRows, type WithRows } from "../answer";
import { isChartFirst, isTooLongToDraw, MOST_CATEGORIES, specificationOf } from "../chart/charting";
import { SqlView } from "../sql/SqlView";
import { ResultTable } from "../table/ResultTable";
import classes from "./Answer.module.css";
import { AnswerMenu } from "./AnswerMenu";
import { ChartView } from "./ChartView";
import { Proof } from "./Proof";
import { SecondView } from "./SecondView";
import type { SqlDraft } from "./useOtherReading";

export type View = "table" | "chart" | "sql" | "proof" | "second";

const icons = { table: IconTable, chart: IconChartBar, sql: IconCode, proof: IconListDetails, second: IconScale };

/** Which sides an answer has to be looked at. */
function viewsOf(answer: Answer): View[] {
  const isShown = hasRows(answer);
  const { second } = answer.details;
  const has: Record<View, boolean> = {
    table: isShown && answer.rows.length > 0 && !isOneCell(answer),
    chart: isShown && (specificationOf(answer)?.x ?? null) !== null,
    sql: queryOf(answer) !== null,
    proof: answer.state !== "declined" && (answer.proof.length > 0 || answer.stages.length > 0),
    second: second !== undefined && second.agreement !== "same-query" && second.agreement !== "same-rows",
  };
  return (Object.keys(has) as View[]).filter((view) => has[view]);
}

/** The chart where the server has one, else the rows; of what is told in figures, how the question was read. */
function firstOf(views: View[], answer: Answer): View {
  const wanted: View[] = isChartFirst(answer) ? ["chart", "table", "proof"] : ["table", "proof"];
  return wanted.find((view) => views.includes(view)) ?? views[0] ?? "sql";
}

/** One value is told above; a table of it would say the same once more. */
function isOneCell({ columns, rows }: WithRows): boolean {
  return rows.length === 1 && columns.length === 1;
}

/** The query to be read and changed: also one that was refused. */
function queryOf(answer: Answer): string | null {
  return answer.sql ?? answer.edited_sql;
}

type Props = { answer: Answer; isBusy: boolean; sqlDraft: SqlDraft; onRun: (sql: string) => void };

/** The sides of an answer: table, chart, SQL, proof; the chart first where the server has one. */
export function Results({ answer, isBusy, sqlDraft, onRun }: Props) {
  const { t } = useTranslation("database-assistant");
  const views = viewsOf(answer);
  const first = firstOf(views, answer);
  const [chosen, setChosen] = useState<View | null>(sqlDraft.draft === null ? null : "sql");
  const view = chosen && views.includes(chosen) ? chosen : first;
  if (views.length === 0) return null;
  return (
    <Tabs value={view} onChange={(wanted) => setChosen(wanted as View)} keepMounted={false}>
      <Group wrap="nowrap" gap="xs" justify="space-between">
        <Tabs.List className={classes.tabs ?? ""} aria-label={t("views.label")}>
          {views.map((one) => {
            const Icon = icons[one];
            return (
              <Tabs.Tab key={one} value={one} leftSection={<Icon size={15} stroke={1.6} />} px="xs" py={6}>
                {t(`views.${one}`)}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        {hasRows(answer) && <AnswerMenu answer={answer} />}
      </Group>
      <Tabs.Panel value={view} className={classes.panel ?? ""}>
        <Side answer={answer} view={view} isBusy={isBusy} sqlDraft={sqlDraft} onRun={onRun} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Side({ answer, view, isBusy, sqlDraft, onRun }: Props & { view: View }) {
  if (view === "proof") return <Proof answer={answer} />;
  if (view === "second") return answer.details.second ? <SecondView second={answer.details.second} /> : null;
  if (view === "sql") return <SqlView draft={sqlDraft} sql={queryOf(answer) ?? ""} isBusy={isBusy} onRun={onRun} />;
  if (!hasRows(answer)) return null;
  const specification = specificationOf(answer);
  if (view === "chart" && specification) return <ChartView answer={answer} specification={specification} />;
  return (
    <>
      <ResultTable answer={answer} />
      {isTooLongToDraw(answer) && <TooLongToDraw />}
    </>
  );
}

function TooLongToDraw() {
  const { t } = useTranslation("database-assistant");
  return (
    <Text size="xs" c="dimmed">
      {t("chart.tooLong", { most: MOST_CATEGORIES })}
    </Text>
  );
}
