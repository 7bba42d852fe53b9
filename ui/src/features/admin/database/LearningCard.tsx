import { Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { Refused } from "@/api/problems";
import { moment } from "@/language/numbers";
import { JobProgress } from "@/pieces/JobProgress";
import { SectionHeader } from "@/pieces/SectionHeader";
import { Trouble } from "@/pieces/Trouble";

import { type Database, useLearning } from "./database";

const colors = { waiting: "blue", ready: "teal", failed: "red" } as const;

/** How far the database is learned: questions are read by its tables, keys and values. */
export function LearningCard({ database }: { database: Database }) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const learning = useLearning(database.id);
  const isWaiting = database.learning === "waiting";

  function refresh() {
    void queries.invalidateQueries({ queryKey: ["admin", "database"] });
    void queries.invalidateQueries({ queryKey: ["database-assistant"] });
  }

  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <SectionHeader
          title={t("learning.title")}
          actions={
            <Button size="xs" variant="default" disabled={isWaiting} loading={learning.isBusy} onClick={() => learning.doNow()}>
              {t("learning.again")}
            </Button>
          }
        >
          {t("learning.about")}
        </SectionHeader>
        <Group gap="xs">
          <Badge variant="light" color={colors[database.learning]}>
            {t(`learning.state.${database.learning}`)}
          </Badge>
          <Text size="sm" c="dimmed">
            {database.learned_at ? t("learning.learnedAt", { when: moment(database.learned_at) }) : t("learning.never")}
          </Text>
        </Group>
        {isWaiting && database.learning_job_id !== null && <JobProgress jobId={database.learning_job_id} onEnd={refresh} />}
        {database.learning === "failed" && <Trouble error={problemOf(database)} onAgain={() => learning.doNow()} />}
      </Stack>
    </Paper>
  );
}

function problemOf({ learning_problem: kept }: Database): Refused {
  return new Refused({ ...kept, type: String(kept?.type ?? "about:blank"), title: String(kept?.title ?? "—"), status: 0 });
}
