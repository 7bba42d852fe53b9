import { Alert, Group, Stack, Text } from "@mantine/core";
import { IconClockPause } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { JobState } from "@/pieces/JobProgress";
import type { Job } from "@/pieces/useJob";

import { RestartRun } from "../runs/RestartRun";
import type { Run } from "../runs/runs";
import { useStandstill } from "./useStandstill";

/** How far the run is while it goes on, and how it ended where it did not end well. */
export function RunProgress({ run, job }: { run: Run; job: Job }) {
  const { t } = useTranslation("nomenclature");
  const standstill = useStandstill(job);
  if (job.status === "finished") return null;
  const isBroken = job.status === "failed" || job.status === "cancelled";
  return (
    <Stack gap={6}>
      <JobState job={job} canCancel />
      {standstill && (
        <Alert color="yellow" variant="light" icon={<IconClockPause />} p="xs" role="status">
          {t(`progress.${standstill}`)}
        </Alert>
      )}
      {isBroken && (
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {t("progress.soFar")}
          </Text>
          <RestartRun run={run} />
        </Group>
      )}
    </Stack>
  );
}
