import { Group, Paper, Text } from "@mantine/core";
import { IconCheck, IconCircle, IconPlayerPlayFilled } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { JobState } from "@/pieces/JobProgress";
import { type Job, useJob } from "@/pieces/useJob";

import { useRefresh, useRights } from "./catalogues";
import { stepsOf, type Step } from "./steps";
import classes from "./work.module.css";

/** The import or training under way, whoever began it: its steps, how far it is, and a way to stop it. */
export function Work({ jobId }: { jobId: number }) {
  const { t } = useTranslation("catalogues");
  const { isExpert } = useRights();
  const refresh = useRefresh();
  const { job } = useJob(jobId, () => void refresh());
  const stage = job?.stage;
  useEffect(() => {
    // What a finished stage has brought (items, an index) is there to be seen.
    if (stage !== undefined) void refresh();
  }, [stage, refresh]);
  if (!job) return null;
  return (
    <Paper withBorder p="sm" role="region" aria-label={titleOf(job)}>
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" fw={600}>
          {titleOf(job)}
        </Text>
        <Steps steps={stepsOf(job)} />
      </Group>
      <JobState job={job} canCancel={isExpert} />
    </Paper>
  );

  function titleOf({ kind }: Job): string {
    return t(kind === "import_catalogue" ? "work.import" : "work.training");
  }
}

const icons = { done: IconCheck, now: IconPlayerPlayFilled, later: IconCircle };

function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation("catalogues");
  if (steps.length < 2) return null;
  return (
    <ol className={classes.steps}>
      {steps.map(({ stage, state }) => {
        const Icon = icons[state];
        return (
          <li key={stage} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <Icon size={12} aria-hidden /> {t(`work.stage.${stage}`)}
          </li>
        );
      })}
    </ol>
  );
}
