import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { AnswerProps } from "@/chat/assistant";

import { AbsentAnswer } from "./AbsentAnswer";
import type { DocumentAnswer } from "./answer";
import { FoundPlaces } from "./FoundPlaces";
import { Sentences } from "./Sentences";
import { Warnings } from "./Warnings";

/** An answer from documents that is over, whatever became of it. */
export function DocumentAnswerOf({ answer, onAsk }: AnswerProps<DocumentAnswer>) {
  return (
    <Stack gap="sm">
      {answer.state === "answered" ? <Answered answer={answer} /> : <AbsentAnswer answer={answer} onAsk={onAsk} />}
      <Warnings warnings={answer.warnings} />
    </Stack>
  );
}

function Answered({ answer }: { answer: DocumentAnswer }) {
  const { t } = useTranslation("documents");
  const isQuoted = answer.quotations.some((quotation) => quotation.is_answer);
  const isSaid = answer.sentences !== null && answer.sentences.length > 0;
  return (
    <>
      {isSaid && <Sentences sentences={answer.sentences ?? []} quotations={answer.quotations} answerId={answer.id} />}
      {isSaid && isQuoted && (
        <Text size="xs" c="dimmed" fw={600}>
          {t("answer.sources")}
        </Text>
      )}
      <FoundPlaces answer={answer} isWhole={!isSaid} />
    </>
  );
}
