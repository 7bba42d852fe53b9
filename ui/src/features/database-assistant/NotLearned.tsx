import { Box } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { IconDatabaseSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { type Problem, Refused } from "@/api/problems";
import { EmptyState } from "@/pieces/EmptyState";
import { JobProgress } from "@/pieces/JobProgress";
import { Trouble } from "@/pieces/Trouble";

import type { Database } from "./databases";

/** Connected, but its tables have not been read yet. */
export function NotLearned({ database }: { database: Database }) {
  const { t } = useTranslation("database-assistant");
  return (
    <Box maw={560} mx="auto">
      <EmptyState icon={IconDatabaseSearch} title={t("learning.title", { name: database.name })}>
        {t("learning.text")}
      </EmptyState>
      <LearningProgress database={database} />
    </Box>
  );
}

/** How far the learning is, or why it has failed. */
export function LearningProgress({ database }: { database: Database }) {
  const queries = useQueryClient();
  const { learning, learning_job_id: jobId, learning_problem: problem } = database;
  const refresh = () => void queries.invalidateQueries({ queryKey: ["database-assistant", "database"] });
  if (learning === "waiting" && jobId !== null) return <JobProgress jobId={jobId} onEnd={refresh} />;
  if (learning === "failed" && problem) return <Trouble error={new Refused(problem as unknown as Problem)} />;
  return null;
}
