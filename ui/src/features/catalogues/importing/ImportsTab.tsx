import { Alert, Button, Stack, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { JobState } from "@/pieces/JobProgress";
import { Trouble } from "@/pieces/Trouble";
import { isOver, useJob } from "@/pieces/useJob";

import { useRefresh, useRights } from "../catalogues";
import { useImports } from "../imports";
import { ImportHistory } from "./ImportHistory";
import { NewImport } from "./NewImport";

/** A new import, the one that is under way, and what became of the earlier ones. */
export function ImportsTab({ catalogueId }: { catalogueId: number }) {
  const { t } = useTranslation("catalogues");
  const { isAdmin } = useRights();
  const refresh = useRefresh();
  const found = useImports(catalogueId);
  const imports = found.data?.pages.flatMap((page) => page.entries).filter((one) => one.job_id !== null) ?? [];
  const { job } = useJob(imports[0]?.job_id ?? null, () => void refresh());
  return (
    <Stack>
      {job && job.status !== "finished" && <JobState job={job} canCancel={isAdmin} />}
      {!isAdmin && <Alert color="gray">{t("imports.onlyAdmin")}</Alert>}
      {isAdmin && (!job || isOver(job)) && <NewImport catalogueId={catalogueId} />}
      <Title order={2} size="h5">
        {t("imports.history")}
      </Title>
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {found.isSuccess && <ImportHistory imports={imports} />}
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("imports.more")}
        </Button>
      )}
    </Stack>
  );
}
