import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Answer } from "../answer";
import { Choices } from "./Choices";
import { Declined } from "./Declined";
import { Offers } from "./Offers";
import { Results } from "./Results";
import { Told } from "./Told";
import type { SqlDraft } from "./useOtherReading";
import { Warnings } from "./Warnings";

type Props = {
  answer: Answer;
  isLast: boolean;
  isBusy: boolean;
  sqlDraft: SqlDraft;
  onAsk: (question: string) => void;
  onAgain: () => void;
  /** Puts the question back into the field it was asked in. */
  onRephrase: () => void;
  onRun: (sql: string) => void;
  onChoose: (words: string, target: string) => void;
};

/** What came of a question, whatever it was: rows, why there are none, what to ask instead and next. */
export function AnswerBody({ answer, isLast, isBusy, sqlDraft, onAsk, onAgain, onRephrase, onRun, onChoose }: Props) {
  const { t } = useTranslation("database-assistant");
  const others = answer.alternatives.filter((one) => one !== answer.description); // told the same, they are no choice
  return (
    <Stack gap="sm">
      {answer.state === "declined" ? (
        <Declined answer={answer} onAsk={onAsk} onRephrase={onRephrase} />
      ) : (
        <Told answer={answer} onAgain={onAgain} />
      )}
      <Warnings warnings={answer.warnings} />
      <Choices choices={answer.choices} isBusy={isBusy} onChoose={onChoose} />
      <Results answer={answer} isBusy={isBusy} sqlDraft={sqlDraft} onRun={onRun} />
      <Offers title={t("offers.alternatives")} questions={others} onAsk={onAsk} isList />
      {isLast && (
        <Offers title={t("offers.similar")} questions={answer.similar} inShort={answer.similar_changes} onAsk={onAsk} />
      )}
    </Stack>
  );
}
