import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { api, given } from "@/api/client";
import { Refused, type Problem } from "@/api/problems";
import { number } from "@/language/numbers";

import { Waiting } from "./Loaded";
import { Trouble } from "./Trouble";
import { isOver, type Job, useJob } from "./useJob";
import "./words";

type Props = {
  jobId: number;
  /** Called once when the job has ended, well or not. */
  onEnd?: (job: Job) => void;
  /** With a button that cancels it. */
  canCancel?: boolean;
};

/** How far a job of the background is: its stage, how many of how many, and what went wrong. */
export function JobProgress({ jobId, onEnd, canCancel = false }: Props) {
  const { job, error, again } = useJob(jobId, onEnd);
  if (job) return <JobState job={job} canCancel={canCancel} />;
  return error ? <Trouble error={error} onAgain={again} /> : <Waiting lines={1} />;
}

/** The same of a job one has already. */
export function JobState({ job, canCancel = false }: { job: Job; canCancel?: boolean }) {
  const words = useJobWords(job);
  const isRunning = !isOver(job);
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" role="status">
          {words.now}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {words.count && (
            <Text size="sm" c="dimmed">
              {words.count}
            </Text>
          )}
          {canCancel && isRunning && <CancelJob jobId={job.id} />}
        </Group>
      </Group>
      {isRunning && <Progress value={partOf(job) ?? 100} animated={job.status === "started"} aria-label={words.now} />}
      {job.status === "failed" && <Trouble error={new Refused(problemOfJob(job))} />}
    </Stack>
  );
}

function CancelJob({ jobId }: { jobId: number }) {
  const { t } = useTranslation("pieces");
  const queries = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => given(api.DELETE("/api/v1/jobs/{job_id}", { params: { path: { job_id: jobId } } })),
    onSuccess: (job) => queries.setQueryData(["jobs", jobId], job),
  });
  return (
    <Button size="compact-xs" variant="default" loading={cancelling.isPending} onClick={() => cancelling.mutate()}>
      {t("job.cancel")}
    </Button>
  );
}

function useJobWords(job: Job): { now: string; count: string | null } {
  const { t, i18n } = useTranslation("pieces");
  const ready = number(job.ready_count);
  const stage = job.stage && i18n.exists(`pieces:job.stage.${job.stage}`) ? t(`job.stage.${job.stage}`) : job.stage;
  const isAgain = job.status === "started" && job.attempt > 1;
  const now = job.status === "started" && stage ? stage : t(`job.status.${job.status}`);
  const count =
    job.total_count === null
      ? job.ready_count > 0
        ? t("job.known", { ready })
        : null
      : t("job.progress", { ready, total: number(job.total_count) });
  return { now: isAgain ? `${now} (${t("job.again", { attempt: job.attempt })})` : now, count };
}

/** How much is done, 0…100; none where the job does not know how much there is. */
export function partOf(job: Pick<Job, "ready_count" | "total_count">): number | null {
  if (job.total_count === null || job.total_count === 0) return null;
  return Math.min(100, (100 * job.ready_count) / job.total_count);
}

function problemOfJob(job: Job): Problem {
  const { type, title, ...rest } = job.problem ?? {};
  return { ...rest, type: String(type ?? "about:blank"), title: String(title ?? "—"), status: 0 };
}
