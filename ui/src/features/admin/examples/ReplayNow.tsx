import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { JobProgress } from "@/pieces/JobProgress";

import { useReplay } from "./examples";

/** Runs all approved examples again now, as every night, and follows how far it is. */
export function ReplayNow() {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const replay = useReplay();
  const [jobId, setJobId] = useState<number | null>(null);
  const [isOver, setOver] = useState(false);

  async function begin() {
    const job = await replay.done();
    setOver(false);
    setJobId(job.id);
  }

  function end() {
    setOver(true);
    void queries.invalidateQueries({ queryKey: ["admin", "examples"] });
  }

  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm" maw={560}>
            {t("examples.replayAbout")}
          </Text>
          <Button
            size="xs"
            variant="default"
            loading={replay.isBusy}
            disabled={jobId !== null && !isOver}
            onClick={() => void begin().catch(replay.tell)}
          >
            {t("examples.replayNow")}
          </Button>
        </Group>
        {jobId !== null && <JobProgress key={jobId} jobId={jobId} onEnd={end} canCancel />}
      </Stack>
    </Paper>
  );
}
