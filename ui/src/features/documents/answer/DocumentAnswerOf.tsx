import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { AnswerProps } from "@/chat/assistant";

import { AbsentAnswer } from "./AbsentAnswer";
import type { DocumentAnswer } from "./answer";
import { NearPlaces } from "./NearPlaces";
import { QuotationCard } from "./QuotationCard";
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
  const answering = answer.quotations.filter((quotation) => quotation.is_answer);
  const near = answer.quotations.filter((quotation) => !quotation.is_answer);
  const isSaid = answer.sentences !== null && answer.sentences.length > 0;
  return (
    <>
      {isSaid && <Sentences sentences={answer.sentences ?? []} quotations={answer.quotations} answerId={answer.id} />}
      {isSaid && answering.length > 0 && (
        <Text size="xs" c="dimmed" fw={600}>
          {t("answer.sources")}
        </Text>
      )}
      {answering.map((quotation) => (
        <QuotationCard key={quotation.number} quotation={quotation} answerId={answer.id} isWhole={!isSaid} />
      ))}
      <NearPlaces title={t("answer.near", { count: near.length })} quotations={near} answerId={answer.id} />
    </>
  );
}
