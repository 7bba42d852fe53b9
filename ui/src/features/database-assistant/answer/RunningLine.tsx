import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { Stage } from "@/chat/asking";
import { Stages } from "@/chat/Stages";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import { stopAnswer } from "../answers";
import { useStageNote } from "./useStageNote";
import { useStageName } from "./useStageName";

/** The stages of SQL that a person wrote; nobody reads a question there. */
const ORDER = ["guard", "run", "description", "similar"];

type Props = { answerId: number | null; stages: Stage[] };

/** How far an answer is that is made outside the conversation, and how to stop it. */
export function RunningLine({ answerId, stages }: Props) {
  const { t } = useTranslation("database-assistant");
  const stageName = useStageName();
  const stageNote = useStageNote();
  const tell = useTroubleNotice();
  const stopping = useMutation({ mutationFn: stopAnswer, onError: tell });
  const order = stages[0]?.stage === "guard" || stages.length === 0 ? ORDER : ["tables", "data_check", "plan", ...ORDER];
  return (
    <Group gap="md">
      <Stages assistant={{ stages: order, stageName, stageNote }} stages={stages} isRunning />
      {answerId !== null && (
        <Button size="compact-xs" variant="default" loading={stopping.isPending} onClick={() => stopping.mutate(answerId)}>
          {t("stop")}
        </Button>
      )}
    </Group>
  );
}
