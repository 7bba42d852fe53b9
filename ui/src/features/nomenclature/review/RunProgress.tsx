import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { JobState } from "@/pieces/JobProgress";
import type { Job } from "@/pieces/useJob";

/** How far the run is while it goes on, and how it ended where it did not end well. */
export function RunProgress({ job }: { job: Job }) {
  const { t } = useTranslation("nomenclature");
  if (job.status === "finished") return null;
  const isBroken = job.status === "failed" || job.status === "cancelled";
  return (
    <Stack gap={4}>
      <JobState job={job} canCancel />
      {isBroken && (
        <Text size="sm" c="dimmed">
          {t("progress.soFar")}
        </Text>
      )}
    </Stack>
  );
}
