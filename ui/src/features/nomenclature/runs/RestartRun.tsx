import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import { type Run, useRestartRun } from "./runs";

/** Goes on with a run that was cancelled or failed: the rows that have an answer keep it. */
export function RestartRun({ run }: { run: Run }) {
  const { t } = useTranslation("nomenclature");
  const tell = useTroubleNotice();
  const restarting = useRestartRun();
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconRefresh size={14} />}
      loading={restarting.isPending}
      onClick={() => restarting.mutate(run.id, { onError: tell })}
    >
      {t("runs.restart")}
    </Button>
  );
}
