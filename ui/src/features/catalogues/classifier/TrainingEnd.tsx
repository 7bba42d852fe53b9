import { Alert, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";
import { JobState } from "@/pieces/JobProgress";
import { isOver, useJob } from "@/pieces/useJob";

import { growthOf, pointsAbove, type Version } from "../versions";
import { growthWords } from "./words";

type Props = { jobId: number; versions: readonly Version[]; onClose: () => void };

/** What a training has brought: how accurate the new version is beside the one before, and whether it answers. */
export function TrainingEnd({ jobId, versions, onClose }: Props) {
  const { t } = useTranslation(["catalogues", "translation"]);
  const { job } = useJob(jobId);
  if (!job || !isOver(job)) return null;
  const place = versions.findIndex((one) => one.trained_by_job_id === jobId);
  const made = versions[place];
  if (!made) return job.status === "finished" ? null : <JobState job={job} />;
  const before = versions[place + 1];
  const points = pointsAbove(made, before);
  const growth = growthOf(made, before);
  return (
    <Alert
      color={made.status === "ready" ? "yellow" : "green"}
      icon={<IconCheck />}
      title={t("versions.trained", { version: made.version })}
      withCloseButton
      closeButtonLabel={t("translation:actions.close")}
      onClose={onClose}
    >
      <Text size="sm">
        {made.accuracy !== null && t("versions.newAccuracy", { accuracy: number(made.accuracy * 100, 1) })}{" "}
        {points !== null && t(`versions.${wayOf(points)}Before`, { points: number(Math.abs(points), 1) })}{" "}
        {before && (growth ? t("versions.learnedMore", { growth: growthWords(t, growth) }) : t("versions.learnedSame"))}
      </Text>
      <Text size="sm">{t(`versions.end.${made.status}`)}</Text>
    </Alert>
  );
}

function wayOf(points: number): "better" | "worse" | "same" {
  return points > 0 ? "better" : points < 0 ? "worse" : "same";
}
