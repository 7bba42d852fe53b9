import { Alert, Button, Stack, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Waiting } from "@/pieces/Loaded";
import { Trouble } from "@/pieces/Trouble";

import { type Catalogue, useRights } from "../catalogues";
import { useImports } from "../imports";
import { ImportEnd } from "./ImportEnd";
import { ImportHistory } from "./ImportHistory";
import { NewImport } from "./NewImport";

/** A new import, how the latest ended, and what became of the earlier ones. */
export function ImportsTab({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation("catalogues");
  const { isAdmin } = useRights();
  const found = useImports(catalogue.id);
  const latest = found.data?.[0];
  const isBusy = catalogue.running_job_id !== null;
  return (
    <Stack>
      {latest && !isBusy && <ImportEnd told={latest} />}
      {!isAdmin && <Alert color="gray">{t("imports.onlyAdmin")}</Alert>}
      {isAdmin && !isBusy && <NewImport catalogueId={catalogue.id} />}
      <Title order={2} size="h5">
        {t("imports.history")}
      </Title>
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && <Waiting />}
      {found.data && <ImportHistory imports={found.data} />}
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("imports.more")}
        </Button>
      )}
    </Stack>
  );
}
