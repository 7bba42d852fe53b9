import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { AnswerProps } from "@/chat/assistant";
import { draftName, focusComposer, keepDraft } from "@/chat/drafts";

import type { Answer } from "../answer";
import { withSpans } from "../table/spans";
import { AnswerBody } from "./AnswerBody";
import { AnswerTrouble } from "./AnswerTrouble";
import { RunningLine } from "./RunningLine";
import { useOtherReading } from "./useOtherReading";

/** The answer of a message, or the one that changed SQL or a chosen meaning has put in its place. */
export function AnswerOf({ message, answer, isLast, onAsk }: AnswerProps<Answer>) {
  const { t } = useTranslation("database-assistant");
  const other = useOtherReading({ message, answer });
  const { isBusy } = other;
  const shown = useMemo(() => withSpans(other.shown), [other.shown]);

  function rephrase() {
    keepDraft(draftName("databases", message.chat_id), message.query);
    focusComposer();
  }

  return (
    <Stack gap="sm">
      {other.isOther && !isBusy && (
        <Alert variant="light" color="gray" p="xs" role="note">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t(shown.edited_sql === null ? "instead.chosen" : "instead.edited")}</Text>
            <Button size="compact-xs" variant="default" onClick={other.back}>
              {t("instead.back")}
            </Button>
          </Group>
        </Alert>
      )}
      {isBusy && <RunningLine answerId={other.answerId} stages={other.stages} />}
      {other.error !== null && <AnswerTrouble error={other.error} />}
      <AnswerBody
        key={shown.id}
        answer={shown}
        isLast={isLast}
        isBusy={isBusy}
        sqlDraft={other.sql}
        onAsk={onAsk}
        onAgain={() => onAsk(message.query, message.connected_message_id)}
        onRephrase={rephrase}
        onRun={other.runSql}
        onChoose={other.choose}
      />
    </Stack>
  );
}
