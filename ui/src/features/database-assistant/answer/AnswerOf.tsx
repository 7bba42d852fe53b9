import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { AnswerProps } from "@/chat/assistant";
import { Trouble } from "@/pieces/Trouble";
import { useDraft } from "@/pieces/useDraft";

import type { Answer } from "../answer";
import { useOtherAnswer } from "../answers";
import { useRunning } from "../running";
import { AnswerBody } from "./AnswerBody";
import { RunningLine } from "./RunningLine";

/**
 * The answer of a message. Changed SQL and a chosen meaning make other answers, which the server does not keep in the
 * conversation: the latest one stands in the first one's place, in this tab also after a reload.
 */
export function AnswerOf({ message, answer, isLast, onAsk }: AnswerProps<Answer>) {
  const { t } = useTranslation("database-assistant");
  const [otherId, setOtherId, goBack] = useDraft<number | null>(`database.instead.${answer.id}`, null);
  const other = useOtherAnswer(otherId);
  const { run, running, error } = useRunning(setOtherId);
  const shown = otherId === null ? answer : (other.data ?? answer);
  const isBusy = running !== null || shown.state === "running";
  return (
    <Stack gap="sm">
      {shown !== answer && (
        <Alert variant="light" p="xs">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t(shown.edited_sql === null ? "instead.chosen" : "instead.edited")}</Text>
            <Button size="compact-xs" variant="default" onClick={goBack}>
              {t("instead.back")}
            </Button>
          </Group>
        </Alert>
      )}
      {other.error && <Trouble error={other.error} onAgain={() => void other.refetch()} />}
      {isBusy && <RunningLine answerId={running?.answerId ?? shown.id} stages={running?.stages ?? shown.stages} />}
      {error !== null && <Trouble error={error} />}
      {shown.state !== "running" && (
        <AnswerBody
          key={shown.id}
          answer={shown}
          isLast={isLast}
          isBusy={isBusy}
          onAsk={onAsk}
          onAgain={() => onAsk(message.query)}
          onRun={(sql) => void run("/api/v1/queries", { sql, answer_id: shown.id })}
          onChoose={(words, target) => void run(`/api/v1/answers/${shown.id}/choice`, { words, target })}
        />
      )}
    </Stack>
  );
}
