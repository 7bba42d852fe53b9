import { Alert, Button, Group, Text } from "@mantine/core";
import { useSessionStorage } from "@mantine/hooks";
import { IconAlertTriangle, IconCheck, IconListSearch, IconPlayerPlay } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { JobState } from "@/pieces/JobProgress";
import { Trouble } from "@/pieces/Trouble";
import { useJob } from "@/pieces/useJob";

import { useRights } from "../catalogues";
import { type Import, useGoOn } from "../imports";
import { MatchButton } from "../MatchButton";
import { useGo } from "../place";

/** How the latest import ended: what came in and where to go from there, or why it stopped and how it goes on. */
export function ImportEnd({ told }: { told: Import }) {
  const seen = useSessionStorage<number | null>({
    key: `spravka.catalogues.seenImport.${told.catalogue_id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const [seenJob, setSeenJob] = seen;
  if (told.job_status === "cancelled" || told.job_status === "failed") return <Stopped told={told} />;
  if (told.job_status !== "finished" || seenJob === told.job_id || !isFresh(told)) return null;
  return <Finished told={told} onClose={() => setSeenJob(told.job_id)} />;
}

function Finished({ told, onClose }: { told: Import; onClose: () => void }) {
  const { t } = useTranslation(["catalogues", "translation"]);
  const go = useGo();
  const counts = (["created", "changed", "unchanged", "removed", "rejected"] as const).filter(
    (one) => told[`${one}_count`] > 0,
  );
  return (
    <Alert
      color="green"
      icon={<IconCheck />}
      title={t("imports.done", { file: told.file_name })}
      withCloseButton
      closeButtonLabel={t("translation:actions.close")}
      onClose={onClose}
    >
      <Text size="sm" mb="xs">
        {counts.map((one) => t(`imports.told.${one}`, { count: told[`${one}_count`] })).join(", ")}
      </Text>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconListSearch size={14} aria-hidden />}
          onClick={() => go({ catalogue: told.catalogue_id })}
        >
          {t("imports.toItems")}
        </Button>
        <MatchButton catalogueId={told.catalogue_id} size="xs" />
      </Group>
    </Alert>
  );
}

function Stopped({ told }: { told: Import }) {
  const { t } = useTranslation("catalogues");
  const { isAdmin } = useRights();
  const { job } = useJob(told.job_id);
  const going = useGoOn();
  const isCancelled = told.job_status === "cancelled";
  return (
    <Alert
      color={isCancelled ? "yellow" : "red"}
      icon={<IconAlertTriangle />}
      title={t(isCancelled ? "imports.wasCancelled" : "imports.hasFailed", { file: told.file_name })}
    >
      {!isCancelled && job?.status === "failed" && <JobState job={job} />}
      <Text size="sm" mb="xs">
        {t(told.finished_at === null ? "imports.stoppedAt" : "imports.stoppedAfter", {
          count: told.created_count + told.changed_count + told.unchanged_count,
        })}{" "}
        {isAdmin && t("imports.goOnTells")}
      </Text>
      {going.error && <Trouble error={going.error} />}
      {isAdmin && (
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          loading={going.isPending}
          onClick={() => going.mutate(told.id)}
        >
          {t("imports.goOn")}
        </Button>
      )}
    </Alert>
  );
}

const FRESH_MS = 3_600_000;

/** What ended long ago is history. */
function isFresh({ finished_at }: Import): boolean {
  return finished_at !== null && Date.now() - Date.parse(finished_at) < FRESH_MS;
}
