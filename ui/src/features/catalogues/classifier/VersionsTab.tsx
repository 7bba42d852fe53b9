import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useSessionStorage } from "@mantine/hooks";
import { IconRefresh, IconSchool } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";
import { JobState } from "@/pieces/JobProgress";
import { Trouble } from "@/pieces/Trouble";
import { isOver, useJob } from "@/pieces/useJob";

import { useRefresh, useRights } from "../catalogues";
import { useTrain, useVersions } from "../versions";
import { AccuracyLine } from "./AccuracyLine";
import { VersionTable } from "./VersionTable";

/** The trainings of the catalogue's classifier: how good each is, which answers, and a new one. */
export function VersionsTab({ catalogueId }: { catalogueId: number }) {
  const { t } = useTranslation("catalogues");
  const { isExpert } = useRights();
  const found = useVersions(catalogueId);
  const training = useTraining(catalogueId);
  const versions = found.data;
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <Text size="sm" c="dimmed" maw={640}>
          {t("versions.intro")} {t("versions.accuracyTells")}
        </Text>
        {isExpert && (
          <Button
            leftSection={<IconRefresh size={16} />}
            loading={training.isAsking}
            disabled={training.isRunning}
            onClick={training.start}
          >
            {t("versions.train")}
          </Button>
        )}
      </Group>
      {training.error && <Trouble error={training.error} />}
      {training.job && training.job.status !== "finished" && <JobState job={training.job} />}
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && <Skeleton h={160} />}
      {versions?.length === 0 && (
        <EmptyState icon={IconSchool} title={t("versions.empty")}>
          {t("versions.emptyTells")}
        </EmptyState>
      )}
      {versions && versions.length > 0 && (
        <>
          <AccuracyLine versions={versions} />
          <VersionTable catalogueId={catalogueId} versions={versions} canPromote={isExpert} />
        </>
      )}
    </Stack>
  );
}

/** A training asked for here; it is found again after a reload. */
function useTraining(catalogueId: number) {
  const [jobId, setJobId] = useSessionStorage<number | null>({
    key: `spravka.catalogues.training.${catalogueId}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const refresh = useRefresh();
  const { job } = useJob(jobId, () => void refresh());
  const asking = useTrain(catalogueId);
  return {
    job,
    error: asking.error,
    isAsking: asking.isPending,
    isRunning: job !== undefined && !isOver(job),
    start: () => asking.mutate(undefined, { onSuccess: (begun) => setJobId(begun.id) }),
  };
}
